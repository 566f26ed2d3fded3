using System.Net;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;

namespace Repository.Specs.Forms;

/// <summary>What authors say of a form – its words, marks, errors and end – is what people meet, and what programs are told.</summary>
public sealed class FormLooksSpecs(FormsSite forms) : IClassFixture<FormsSite>
{
    private const string Unsafe = "<p>Gracias, <strong>de verdad</strong>. <a href=\"javascript:alert(1)\" onclick=\"alert(2)\">Más</a></p><script>alert(3)</script><img src=\"x\" onerror=\"alert(4)\">";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task whoever_has_sent_it_is_led_to_the_page_that_was_chosen()
    {
        using var person = await AtAsync("Lleva a participar", form => form with { GoToPageOnSubmit = KeyOf("/participa/"), Purpose = FormPurpose.Survey });

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case(("uno", "x")));

        var there = await person.OpenAsync("/participa/");
        Assert.Equal(there.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector(".form-folio"));
    }

    [Fact]
    public async Task whoever_gets_a_private_link_reads_it_first_and_goes_on_from_there()
    {
        using var person = await AtAsync("Lleva después", form => form with { GoToPageOnSubmit = KeyOf("/participa/") });

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case(("uno", "x")));

        Assert.NotNull(page.QuerySelector("#seguimiento"));
        Assert.Equal("Sigue en «Participa»", page.QuerySelector(".form-done a[href='/participa/']")!.TextContent);
    }

    [Fact]
    public async Task where_the_chosen_page_is_gone_people_are_thanked_as_ever()
    {
        using var person = await AtAsync("Lleva a la nada", form => form with { GoToPageOnSubmit = Guid.NewGuid() });

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case(("uno", "x")));

        Assert.NotNull(page.QuerySelector(".form-folio strong"));
    }

    [Fact]
    public async Task a_message_in_markup_is_shown_as_it_is_meant_and_nothing_of_it_runs()
    {
        var form = Made("Con formato", one => one with { MessageOnSubmit = Unsafe, MessageOnSubmitIsHtml = true });
        await FormsSite.PublishAsync(forms.Site, form, "Con formato");
        using var person = new PageSender(forms.Site, "/participa/con-formato/");

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case(("uno", "x")));
        using var sent = await new WireSender(forms.Site).PostAsync(form.Definition.Key, new { values = new { uno = "x" } });
        using var asked = await forms.Site.Client.GetAsync(new Uri(WireSender.Definitions + form.Definition.Key, UriKind.Relative), Cancellation);

        var end = page.QuerySelector(".form-end")!;
        Assert.Equal("de verdad", end.QuerySelector("p > strong")!.TextContent);
        Assert.Empty(end.QuerySelectorAll("script, [onclick], [onerror], [href^='javascript']"));
        foreach (var answer in new[] { sent, asked })
        {
            var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
            var message = body.GetProperty("messageOnSubmit").GetString()!;
            Assert.True(body.GetProperty("messageOnSubmitIsHtml").GetBoolean());
            Assert.StartsWith("<p>Gracias, <strong>de verdad</strong>. <a", message, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)script|onclick|onerror", message);
        }
    }

    [Fact]
    public async Task a_message_that_is_no_markup_is_text()
    {
        using var person = await AtAsync("Sin formato", form => form with { MessageOnSubmit = Unsafe });

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case(("uno", "x")));

        Assert.Contains("<script>alert(3)</script>", page.QuerySelector(".form-end")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, true, true)]
    [InlineData(true, true, true, false)]
    [InlineData(false, false, false, true)]
    [InlineData(false, true, true, false)]
    public async Task errors_stand_where_the_form_wants_them_and_always_somewhere(bool summary, bool hidden, bool isListed, bool isBeside)
    {
        using var person = await AtAsync($"Errores {summary} {hidden}", form => form with { ShowValidationSummary = summary, HideFieldValidation = hidden }, required: true);

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);
        Assert.Equal(isListed ? ["Pregunta uno", "Pregunta dos"] : [], page.QuerySelectorAll("#errores li").Select(line => line.TextContent.Split('«', '»')[1]));
        Assert.Equal(isBeside ? 2 : 0, page.QuerySelectorAll(".form-error").Length);
        Assert.Equal("#f-uno", page.QuerySelector("#errores a")!.GetAttribute("href"));
        var input = page.QuerySelector("#f-uno")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.All((input.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), id => Assert.NotNull(page.GetElementById(id)));
    }

    [Theory]
    [InlineData(FieldIndication.MarkMandatoryFields, "Pregunta uno •", "Pregunta tres")]
    [InlineData(FieldIndication.MarkOptionalFields, "Pregunta uno", "Pregunta tres (opcional)")]
    [InlineData(FieldIndication.NoIndicator, "Pregunta uno", "Pregunta tres")]
    public async Task the_mark_stands_where_the_form_wants_it(FieldIndication indication, string required, string optional)
    {
        using var person = await AtAsync($"Marcas {indication}", form => form with { Indication = indication, Indicator = "•" }, required: true);

        var page = await person.OpenAsync(person.Address);

        Assert.Equal((required, optional), (Label(page, "uno"), Label(page, "tres")));
        Assert.Equal(indication == FieldIndication.MarkMandatoryFields, page.QuerySelector(".form-marks") is { } told && told.TextContent.Contains('•', StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_form_without_our_style_has_none_and_says_so_to_programs()
    {
        var form = Made("Sin estilo", one => one with { DisableDefaultStylesheet = true });
        await FormsSite.PublishAsync(forms.Site, form, "Sin estilo");
        using var person = new PageSender(forms.Site, "/participa/sin-estilo/");

        var page = await person.OpenAsync(person.Address);
        using var asked = await forms.Site.Client.GetAsync(new Uri(WireSender.Definitions + form.Definition.Key, UriKind.Relative), Cancellation);

        Assert.NotNull(page.QuerySelector("form.form-plain[data-form]"));
        Assert.True(JsonElement.Parse(await asked.Content.ReadAsStringAsync(Cancellation)).GetProperty("disableDefaultStylesheet").GetBoolean());
    }

    [Fact]
    public async Task words_of_buttons_questions_columns_and_errors_are_those_of_the_author()
    {
        using var person = await AtAsync("Palabras", form => form with
        {
            SubmitLabel = "Mandar",
            Pages =
            [
                new FormPage("", null,
                [
                    new Fieldset(Guid.NewGuid(), "Grupo", null,
                    [
                        new FieldColumn("A la izquierda", 8, [EveryKindForm.Field("uno", FieldKinds.ShortAnswer, true) with { Placeholder = "como esto", HelpText = "Piensa.", RequiredErrorMessage = "Sin esto no.", Pattern = "[0-9]{5}", PatternInvalidErrorMessage = "Son cinco cifras." }]),
                        new FieldColumn("", 4, [EveryKindForm.Field("dos", FieldKinds.ShortAnswer)]),
                    ]),
                ]),
            ],
        });

        var first = await person.OpenAsync(person.Address);
        var missing = await person.PressAsync(first, "next", Case());
        var wrong = await person.PressAsync(missing, "next", Case(("uno", "123456")));

        Assert.Equal(("como esto", "Piensa.", "Mandar"), (first.QuerySelector("#f-uno")!.GetAttribute("placeholder"), first.QuerySelector("#a-uno")!.TextContent.Trim(), first.QuerySelector("button[value=next]")!.TextContent));
        Assert.Equal(("A la izquierda", true), (first.QuerySelector(".form-col-8 > .form-label")!.TextContent, first.QuerySelector(".form-col-4 #f-dos") is not null));
        Assert.Equal(("Sin esto no.", "Son cinco cifras."), (missing.QuerySelector("#e-uno")!.TextContent, wrong.QuerySelector("#e-uno")!.TextContent));
    }

    private static string Label(AngleSharp.Dom.IParentNode page, string alias) =>
        string.Join(' ', page.QuerySelector($"label[for='f-{alias}']")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static FormCase Case(params ReadOnlySpan<(string Alias, string Text)> answers)
    {
        var all = System.Collections.Immutable.ImmutableArray.CreateBuilder<(string, string[])>();
        foreach (var (alias, text) in answers) all.Add((alias, [text]));
        return new FormCase("", [.. all], [], []);
    }

    private Guid KeyOf(string path) => forms.Site.Live.Documents().First(item => item.Cultures.Any(culture => culture.Path == path)).Key;

    /// <summary>One page with two questions that may have to be answered, and one that may be left out.</summary>
    private static Form Made(string name, Func<FormDefinition, FormDefinition> change, bool required = false) => EveryKindForm.Compiled(change(new FormDefinition
    {
        Key = Guid.NewGuid(),
        Alias = $"f{Guid.NewGuid():n}",
        Name = name,
        Pages = [new FormPage("", null, [EveryKindForm.Set(1, null, EveryKindForm.Field("uno", FieldKinds.ShortAnswer, required), EveryKindForm.Field("dos", FieldKinds.ShortAnswer, required), EveryKindForm.Field("tres", FieldKinds.ShortAnswer))])],
    }));

    private async Task<PageSender> AtAsync(string name, Func<FormDefinition, FormDefinition> change, bool required = false)
    {
        await FormsSite.PublishAsync(forms.Site, Made(name, change, required), name);
        return new PageSender(forms.Site, $"/participa/{UrlSegment.From(name)}/");
    }
}
