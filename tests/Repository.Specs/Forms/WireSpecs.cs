using System.Net;
using System.Text.Json;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Specs.Seeded;

namespace Repository.Specs.Forms;

/// <summary>The wire contract, endpoint by endpoint.</summary>
public sealed class WireSpecs(FormsSite forms) : IClassFixture<FormsSite>
{
    private static readonly object Least = new { values = new { nombre = "Ana", tiene = "no", aviso = "on" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WireSender Program => new(forms.Site);

    private WireSender Stranger => new(forms.Site, key: null);

    [Fact]
    public async Task a_definition_has_the_members_of_the_contract_in_every_part()
    {
        var form = (await ReadAsync($"{WireSender.Definitions}{EveryKindForm.Key}")).Json;

        Assert.Equal(
            [
                "id", "name", "indicator", "fieldIndicationType", "hideFieldValidation", "showValidationSummary", "disableDefaultStylesheet", "previousLabel", "nextLabel", "submitLabel", "gotoPageOnSubmit",
                "gotoPageOnSubmitRoute", "messageOnSubmit", "messageOnSubmitIsHtml", "pages",
            ],
            form.Members());
        Assert.Equal((EveryKindForm.Key.ToString(), "De todo un poco", "*", "MarkMandatoryFields", "Gracias por probar."), (form.Text("id"), form.Text("name"), form.Text("indicator"), form.Text("fieldIndicationType"), form.Text("messageOnSubmit")));
        var page = form.GetProperty("pages")[1];
        Assert.Equal(["caption", "condition", "fieldsets"], page.Members());
        Assert.Equal("""{"actionType":"Show","logicType":"All","rules":[{"field":"ID","operator":"IsNot","value":"no"}]}""".Replace("ID", EveryKindForm.Form.Find("tiene")!.Field.Id.ToString(), StringComparison.Ordinal), page.GetProperty("condition").GetRawText());
        var fieldset = page.GetProperty("fieldsets")[0];
        Assert.Equal(["id", "caption", "condition", "columns"], fieldset.Members());
        Assert.Equal(["caption", "width", "fields"], fieldset.GetProperty("columns")[0].Members());
    }

    [Fact]
    public async Task every_field_has_the_members_of_the_contract_and_uploads_say_what_they_take()
    {
        var form = (await ReadAsync($"{WireSender.Definitions}{EveryKindForm.Key}")).Json;

        var fields = FieldsOf(form).ToDictionary(field => field.Text("alias"));

        string[] members = ["id", "alias", "caption", "helpText", "placeholder", "required", "requiredErrorMessage", "pattern", "patternInvalidErrorMessage", "condition", "preValues", "settings", "type"];
        Assert.All(fields.Values, field => Assert.Equal(field.Text("alias") == "archivos" ? [.. members, "fileUploadOptions"] : members, field.Members()));
        Assert.Equal("""{"allowAllUploadExtensions":false,"allowedUploadExtensions":["pdf","png","txt"],"allowMultipleFileUploads":true}""", fields["archivos"].GetProperty("fileUploadOptions").GetRawText());
        Assert.Equal("""[{"value":"alta","caption":"ALTA"},{"value":"baja","caption":"BAJA"}]""", fields["prioridad"].GetProperty("preValues").GetRawText());
        Assert.Equal("""{"maximumLength":"40"}""", fields["nombre"].GetProperty("settings").GetRawText());
        Assert.Equal(("", "", "[]"), (fields["nombre"].Text("helpText"), fields["nombre"].Text("pattern"), fields["nombre"].GetProperty("preValues").GetRawText()));
        Assert.Equal(FieldKinds.All.Select(kind => kind.Id.ToString()).Order(), fields.Values.Select(field => field.GetProperty("type").Text("id")).Distinct().Order());
    }

    [Theory]
    [InlineData("nombre", "3f92e01b-29e2-4a30-bf33-9df5580ed52c", "Short answer")]
    [InlineData("detalle", "023f09ac-1445-4bcb-b8fa-ab49f33bd046", "Long answer")]
    [InlineData("prioridad", "0dd29d42-a6a5-11de-a2f2-222256d89593", "Dropdown")]
    [InlineData("temas", "fab43f20-a6bf-11de-a28f-9b5755d89593", "Multiple choice")]
    [InlineData("permiso", "d5c0c390-ae9a-11de-a69e-666455d89593", "Checkbox")]
    [InlineData("aviso", "a72c9df9-3847-47cf-afb8-b86773fd12cd", "Data consent")]
    public async Task clients_know_the_kinds_of_umbraco_by_their_ids(string alias, string id, string name)
    {
        var form = (await ReadAsync($"{WireSender.Definitions}{EveryKindForm.Key}")).Json;

        var type = FieldsOf(form).First(field => field.Text("alias") == alias).GetProperty("type");

        Assert.Equal((id, name), (type.Text("id"), type.Text("name")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?culture=en&contentId=b0000000-0000-4000-8000-00000000000f&additionalData[mes]=marzo")]
    [InlineData("?culture=xx-YY&contentId=no")]
    public async Task what_else_a_client_says_of_a_definition_is_borne(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync($"{WireSender.Definitions}{EveryKindForm.Key}{query}")).Status);

    [Theory]
    [InlineData("b0000000-0000-4000-8000-00000000000f")]
    [InlineData("no-es-una-clave")]
    public async Task a_form_that_is_not_there_is_not_found(string id)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(WireSender.Definitions + id)).Status);
        using var sent = await forms.Site.Client.PostAsync(new Uri(WireSender.Entries + id, UriKind.Relative), new StringContent("{}"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }

    [Fact]
    public async Task a_form_is_there_only_while_a_page_that_visitors_see_points_to_it()
    {
        var form = EveryKindForm.Compiled(EveryKindForm.Definition with { Key = Guid.NewGuid(), Alias = "fugaz" });
        await FormsSite.PutIntoForceAsync(forms.Site, form);
        var address = WireSender.Definitions + form.Definition.Key;
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(address)).Status);
        var page = await FormsSite.PublishAsync(forms.Site, EveryKindForm.Compiled(form.Definition with { Name = "Otra" }), "Fugaz");
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(address)).Status);

        await new Newsroom(forms.Site).RestrictAsync(page);

        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(address)).Status);
        using var sent = await Program.PostAsync(form.Definition.Key, Least);
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }

    [Fact]
    public async Task an_entry_is_accepted_with_what_happens_next()
    {
        using var sent = await Program.PostAsync(EveryKindForm.Key, Least);

        var body = await JsonAsync(sent);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        Assert.Equal("""{"gotoPageOnSubmit":null,"gotoPageOnSubmitRoute":null,"messageOnSubmit":"Gracias por probar.","messageOnSubmitIsHtml":false}""", body.GetRawText());
        Assert.Equal("no-store", sent.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task where_a_form_leads_to_a_page_its_route_is_told()
    {
        var section = forms.Site.Live.Documents().First(item => item.Cultures.Any(culture => culture.Path == "/participa/"));
        var form = EveryKindForm.Compiled(EveryKindForm.Definition with { Key = Guid.NewGuid(), Alias = "lleva", GoToPageOnSubmit = section.Key });
        await FormsSite.PublishAsync(forms.Site, form, "Lleva a otra parte");

        using var sent = await Program.PostAsync(form.Definition.Key, Least);

        var body = await JsonAsync(sent);
        Assert.Equal((section.Key.ToString(), "/participa/"), (body.Text("gotoPageOnSubmit"), body.GetProperty("gotoPageOnSubmitRoute").Text("path")));
        Assert.Equal(["id", "path"], body.GetProperty("gotoPageOnSubmitRoute").GetProperty("startItem").Members());
    }

    [Fact]
    public async Task all_errors_are_told_together_in_the_asked_culture_unknown_fields_by_name()
    {
        using var spanish = await Program.PostAsync(EveryKindForm.Key, new { values = new { correo = "ana", sueldo = "1" }, culture = "es-MX" });
        using var english = await Program.PostAsync(EveryKindForm.Key, new { values = new { correo = "ana", sueldo = "1" }, culture = "en" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, spanish.StatusCode);
        var (told, said) = (await JsonAsync(spanish), await JsonAsync(english));
        Assert.Equal(["errors", "extensions", "status", "title"], told.Members());
        Assert.Equal(("{}", 422, "One or more validation errors occurred."), (told.GetProperty("extensions").GetRawText(), told.GetProperty("status").GetInt32(), told.Text("title")));
        Assert.Equal(["aviso", "correo", "nombre", "sueldo", "tiene"], told.GetProperty("errors").Members());
        Assert.Equal("El formulario no tiene un campo «sueldo».", told.GetProperty("errors").GetProperty("sueldo")[0].GetString());
        Assert.Equal("The form has no field «sueldo».", said.GetProperty("errors").GetProperty("sueldo")[0].GetString());
    }

    [Fact]
    public async Task a_body_may_begin_with_the_mark_of_its_encoding()
    {
        using var sent = await Program.PostTextAsync(EveryKindForm.Key, $"\ufeff{JsonSerializer.Serialize(Least)}");

        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
    }

    [Theory]
    [InlineData("", "notJson")]
    [InlineData("\ufeff", "notJson")]
    [InlineData("{\"values\":{", "notJson")]
    [InlineData("[]", "wrongShape")]
    [InlineData("{}", "wrongShape")]
    [InlineData("{\"values\":[]}", "wrongShape")]
    [InlineData("{\"values\":{\"nombre\":{\"x\":1}}}", "wrongShape")]
    [InlineData("{\"values\":{\"nombre\":5}}", "wrongShape")]
    [InlineData("{\"values\":{\"nombre\":[1]}}", "wrongShape")]
    [InlineData("{\"values\":{\"nombre\":\"\\ud800\"}}", "wrongShape")]
    [InlineData("{\"values\":{},\"contentId\":\"no\"}", "wrongShape")]
    [InlineData("{\"values\":{},\"culture\":5}", "wrongShape")]
    [InlineData("{\"values\":{},\"additionalData\":[]}", "wrongShape")]
    [InlineData("{\"values\":{\"archivos\":[{\"fileName\":\"a.pdf\",\"fileContents\":\"hola\"}]}}", "wrongShape")]
    [InlineData("{\"values\":{\"archivos\":[{\"fileName\":\"a.pdf\",\"fileContents\":\"data:application/pdf;base64,%%%\"}]}}", "wrongShape")]
    public async Task a_body_of_another_shape_is_refused(string body, string code)
    {
        using var sent = await Program.PostTextAsync(EveryKindForm.Key, body);

        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Equal(code, (await JsonAsync(sent)).Text("code"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("otra")]
    public async Task without_key_and_token_nothing_is_taken(string? key)
    {
        using var sent = await new WireSender(forms.Site, key).PostAsync(EveryKindForm.Key, Least);

        Assert.Equal((HttpStatusCode.BadRequest, "badToken"), (sent.StatusCode, (await JsonAsync(sent)).Text("code")));
    }

    [Fact]
    public async Task a_page_of_this_site_may_send_with_its_token_and_nobody_with_that_of_another_browser()
    {
        using var person = new PageSender(forms.Site);
        var page = await person.OpenAsync(person.Address);
        var token = page.QuerySelector("input[name='_token']")!.GetAttribute("value")!;
        using var own = new HttpRequestMessage(HttpMethod.Post, WireSender.Entries + EveryKindForm.Key) { Content = new StringContent(JsonSerializer.Serialize(Least)) };
        own.Headers.Add("RequestVerificationToken", token);

        using var sent = await person.Client.SendAsync(own, Cancellation);
        using var stolen = await Stranger.PostAsync(EveryKindForm.Key, Least, $"RequestVerificationToken: {token}");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.BadRequest), (sent.StatusCode, stolen.StatusCode));
    }

    [Fact]
    public async Task the_same_attempt_gives_one_entry()
    {
        using var first = await Program.PostAsync(EveryKindForm.Key, Least, "Idempotency-Key: intento-1");
        using var again = await Program.PostAsync(EveryKindForm.Key, Least, "Idempotency-Key: intento-1");
        using var other = await Program.PostAsync(EveryKindForm.Key, Least, "Idempotency-Key: intento-2");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, again.StatusCode));
        Assert.Equal(Folio(first), Folio(again));
        Assert.NotEqual(Folio(first), Folio(other));
        // The private link is told once.
        Assert.NotNull(first.Headers.Location);
        Assert.Null(again.Headers.Location);
    }

    [Fact]
    public async Task what_was_sent_about_a_page_is_kept_with_it()
    {
        var practice = forms.Site.Live.Documents().First(item => item.Type.Alias == "practice").Key;

        using var sent = await Program.PostAsync(EveryKindForm.Key, new { values = new { nombre = "Ana", tiene = "no", aviso = "on" }, contentId = practice });

        Assert.Equal(practice, (await forms.Site.Service<IEntryStore>().FindByFolioAsync(Folio(sent), Cancellation))!.Content);
    }

    [Fact]
    public async Task a_picked_form_is_its_key_and_expanded_its_definition()
    {
        var api = new Api(forms.Site.Client);

        var closed = (await api.GetAsync($"/content/item{FormsSite.Page}")).Json.Property("form");
        var open = (await api.GetAsync($"/content/item{FormsSite.Page}?expand=properties[form]")).Json.Property("form");

        Assert.Equal($$"""{"id":"{{EveryKindForm.Key}}","form":null}""", closed.GetRawText());
        Assert.Equal(EveryKindForm.Key.ToString(), open.Text("id"));
        Assert.Equal((await ReadAsync($"{WireSender.Definitions}{EveryKindForm.Key}")).Text, open.GetProperty("form").GetRawText());
    }

    [Fact]
    public async Task an_expanded_form_is_sent_anew_when_another_version_comes_into_force()
    {
        var form = EveryKindForm.Compiled(EveryKindForm.Definition with { Key = Guid.NewGuid(), Alias = "cambia" });
        await FormsSite.PublishAsync(forms.Site, form, "Cambia");
        var api = new Api(forms.Site.Client);
        var tag = (await api.GetAsync("/content/item/participa/cambia?expand=properties[form]")).Header("ETag");

        await FormsSite.PutIntoForceAsync(forms.Site, EveryKindForm.Compiled(form.Definition with { Name = "Cambió" }));

        var answer = await api.GetAsync("/content/item/participa/cambia?expand=properties[form]", $"If-None-Match: {tag}");
        Assert.Equal((HttpStatusCode.OK, "Cambió"), (answer.Status, answer.Json.Property("form").GetProperty("form").Text("name")));
    }

    [Fact]
    public async Task the_openapi_document_tells_both_endpoints()
    {
        var document = (await ReadAsync("/umbraco/swagger/forms/swagger.json")).Json;

        Assert.Equal(["/umbraco/forms/delivery/api/v1/definitions/{id}", "/umbraco/forms/delivery/api/v1/entries/{id}"], document.GetProperty("paths").Members());
        Assert.Equal(["202", "400", "404", "408", "413", "422", "429", "503"], document.GetProperty("paths").GetProperty("/umbraco/forms/delivery/api/v1/entries/{id}").GetProperty("post").GetProperty("responses").Members());
    }

    private static string Folio(HttpResponseMessage sent) => sent.Headers.GetValues("Entry-Folio").Single();

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage sent) => JsonElement.Parse(await sent.Content.ReadAsStringAsync(Cancellation));

    private static IEnumerable<JsonElement> FieldsOf(JsonElement form) =>
        from page in form.GetProperty("pages").EnumerateArray()
        from fieldset in page.GetProperty("fieldsets").EnumerateArray()
        from column in fieldset.GetProperty("columns").EnumerateArray()
        from field in column.GetProperty("fields").EnumerateArray()
        select field;

    private Task<Reply> ReadAsync(string address) => new Api(forms.Site.Client).SendAsync(HttpMethod.Get, address);
}
