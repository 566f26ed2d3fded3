using System.Globalization;
using System.Net;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Specs.Delivery;
using Repository.Web.Desk.Editing.Fields;

namespace Repository.Specs.Desk;

/// <summary>Writing items on pages that need no script.</summary>
public sealed class EditingSpecs(WritingDesk desk) : IClassFixture<WritingDesk>
{
    private const int SomeOfEach = 12;

    private ContentSchema Schema => desk.Site.Service<ContentSchema>();

    [Fact]
    public void every_data_type_of_the_schema_has_controls_of_its_own() =>
        Assert.All(Schema.DataTypes, dataType => Assert.True(FieldEditors.Find(dataType) is not null, $"{dataType.Name}: {dataType.EditorAlias} {dataType.EditorUiAlias}"));

    [Fact]
    public async Task the_form_has_a_field_for_every_property_of_every_content_type()
    {
        using var ana = desk.Somebody();

        foreach (var type in Schema.Types.Where(type => type.Kind == ContentTypeKind.Document))
        {
            var form = await ana.OpenAsync($"/desk/content/new?type={type.Alias}&key={Guid.NewGuid():d}");

            Assert.All(type.Properties, property => Assert.True(form.Page.QuerySelector($"[data-field='v/{property.Alias}']") is not null, $"{type.Alias}.{property.Alias}"));
            Assert.All(form.Page.QuerySelectorAll("label[for]"), label => Assert.NotNull(form.Page.GetElementById(label.GetAttribute("for")!)));
        }
    }

    [Fact]
    public async Task saving_what_nobody_touched_changes_nothing()
    {
        using var ana = desk.Somebody();
        var store = desk.Site.Service<IContentStore>();
        var changed = new List<string>();

        foreach (var key in await SomeOfEachTypeAsync())
        {
            var before = await desk.DraftAsync(key);
            var saved = await ana.SendAsync(await ana.OpenAsync(key));

            var after = await desk.DraftAsync(key);
            if (after.Number == before.Number && saved.Status == 200) continue;
            changed.Add($"{before.Content.Names.Values.First()} ({saved.Status}): {string.Join(" | ", Differences(before.Content, after.Content))} {saved.Page.QuerySelector(".errors")?.TextContent}");
        }

        Assert.Empty(changed);
    }

    [Fact]
    public async Task what_was_changed_becomes_a_revision_and_nothing_else()
    {
        using var ana = desk.Somebody();
        var key = desk.One("practice");
        var before = await desk.DraftAsync(key);

        var form = await ana.OpenAsync(key);
        form["v/adoptionHouseholds"] = "214";
        form["v/problem"] = "Faltaba agua.\r\nLlegaba cada tercer día.";
        var saved = await ana.SendAsync(form);

        var after = await desk.DraftAsync(key);
        Assert.Equal(200, saved.Status);
        Assert.Contains("Los cambios se guardaron.", saved.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.Number + 1, after.Number);
        Assert.Equal(ana.Person.By, after.By);
        Assert.Equal(before.Content.With("adoptionHouseholds", "214").With("problem", "Faltaba agua.\nLlegaba cada tercer día.", "es-MX"), after.Content);
    }

    [Fact]
    public async Task what_cannot_be_saved_is_told_beside_its_field_and_kept_as_it_was_typed()
    {
        using var ana = desk.Somebody();
        var key = desk.One("practice");
        var before = await desk.DraftAsync(key);

        var form = await ana.OpenAsync(key);
        form["v/paidStaff"] = "muchas";
        form["$name"] = "";
        var refused = await ana.SendAsync(form);

        Assert.Equal(422, refused.Status);
        Assert.Equal("muchas", refused["v/paidStaff"]);
        Assert.Equal("true", refused.Page.QuerySelector("[name='v/paidStaff']")!.GetAttribute("aria-invalid"));
        Assert.Contains("Escribe un número entero.", refused.Page.QuerySelector("[data-field='v/paidStaff'] .error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Page.QuerySelector(".errors a[href='#c-v-paidStaff']"));
        Assert.NotNull(refused.Page.QuerySelector(".errors a[href='#c-name']"));
        Assert.Equal(before, await desk.DraftAsync(key));
    }

    [Fact]
    public async Task a_new_item_is_written_with_its_blocks_and_stands_below_its_parent()
    {
        using var ana = desk.Somebody();
        var parent = desk.Site.Live.Documents().First(item => item.Type.Alias == "practice").ParentKey!.Value;
        var opened = (await ana.GetAsync($"/desk/content/new?type=practice&parent={parent:d}")).Headers.Location!.ToString();

        var form = await ana.OpenAsync(opened);
        form["$name"] = "Comité del agua de prueba";
        form["v/summary"] = "Las familias cuidan la fuente.";
        var source = Offer(form, "v/indicators");
        form.Add("$add", source);
        form = await ana.SendAsync(form);
        var block = form["v/indicators"];
        form[$"v/indicators/{block}/displayName"] = "Familias con agua";
        var saved = await ana.SendAsync(form);

        Assert.Equal(200, saved.Status);
        var key = Guid.Parse(form["$key"]);
        var draft = await desk.DraftAsync(key);
        Assert.Equal("Comité del agua de prueba", draft.Content.Name("es-MX"));
        Assert.Contains("Familias con agua", draft.Content.Value("indicators"), StringComparison.Ordinal);
        Assert.Equal(parent, (await desk.Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), TestContext.Current.CancellationToken))!.ParentKey);
    }

    [Fact]
    public async Task only_properties_of_the_type_are_taken()
    {
        using var ana = desk.Somebody();
        var key = desk.One("practice");
        var before = await desk.DraftAsync(key);

        var form = await ana.OpenAsync(key);
        form.Add("v/isAdmin", "1");
        form.Add("v/fileHash", "abc");
        form.Add("$restricted", "1");
        form.Add("Trashed", "true");
        form.Add("ParentKey", Guid.NewGuid().ToString());
        form.Add("$culture", "en");
        form.Add("$type", "home");
        form.Add("$key", Guid.NewGuid().ToString());
        var saved = await ana.SendAsync(form);

        Assert.Equal(200, saved.Status);
        Assert.Equal(before, await desk.DraftAsync(key));
    }

    [Theory]
    [InlineData("practice")]
    [InlineData("call")]
    [InlineData("outreachMaterial")]
    [InlineData("home")]
    [InlineData("term")]
    [InlineData("dataset")]
    public async Task nothing_that_is_written_becomes_a_script(string type)
    {
        const string Evil = "\"'></textarea></template><script>alert(1)</script><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">x</a>";
        using var ana = desk.Somebody();
        var form = await ana.OpenAsync($"/desk/content/new?type={type}&key={Guid.NewGuid():d}");
        foreach (var name in form.Fields.Select(field => field.Key).Where(name => name.StartsWith("v/", StringComparison.Ordinal) || name == "$name").Distinct().ToList()) form[name] = Evil;

        var refused = await ana.SendAsync(form);
        using var kept = await ana.AskAsync(HttpMethod.Put, $"/desk/api/content/{form["$key"]}/working-copy", form);
        var again = await ana.OpenAsync($"/desk/content/new?type={type}&key={form["$key"]}");

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        foreach (var page in new[] { refused.Page, again.Page })
        {
            Assert.Empty(page.QuerySelectorAll("script:not([src])"));
            Assert.Empty(page.QuerySelectorAll("[onerror], [href^='javascript'], img[src=x]"));
        }
    }

    [Fact]
    public async Task two_hundred_blocks_open_and_are_saved()
    {
        using var ana = desk.Somebody();
        var key = await WithBlocksAsync(200);

        var form = await ana.OpenAsync(key);
        form["v/adoptionHouseholds"] = "7";
        using var saved = await ana.SendOnlyAsync(form);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(200, form.Fields.Count(field => field.Key == "v/indicators" && field.Value.Length > 0));
        Assert.Equal("7", (await desk.DraftAsync(key)).Content.Value("adoptionHouseholds"));
    }

    [Fact]
    public async Task a_block_in_a_text_is_written_below_it_and_goes_with_its_place()
    {
        using var ana = desk.Somebody();
        var quote = new ABlock("cita en un texto", "quote", ("text", "Antes"));
        var markup = $"<p>Uno.</p><umb-rte-block data-content-key=\"{quote.Key:d}\"></umb-rte-block><p>Dos.</p>";
        var content = ItemContent.Named("Con cita", "es-MX").With("body", Stored.RichText(Schema, markup, quote), "es-MX");
        var parent = desk.Site.Live.Documents().First(item => item.Type.Alias == "newsItem").ParentKey;
        var made = await desk.Site.Service<ContentEditing>().CreateAsync(new NewItem { Type = "newsItem", Parent = parent, Content = content, By = "specs" }, TestContext.Current.CancellationToken);
        var key = Assert.IsType<WriteResult.Done>(made).Key;

        var form = await ana.OpenAsync(key);
        form[$"v/body/{quote.Key:d}/text"] = "Luego";
        await ana.SendAsync(form);
        var changed = (await desk.DraftAsync(key)).Content.Value("body", "es-MX")!;
        form = await ana.OpenAsync(key);
        form["v/body"] = "<p>Uno.</p><p>Dos.</p>";
        await ana.SendAsync(form);
        var without = (await desk.DraftAsync(key)).Content.Value("body", "es-MX")!;

        Assert.Contains("Luego", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("Antes", changed, StringComparison.Ordinal);
        Assert.Contains(quote.Key.ToString("d"), changed, StringComparison.Ordinal);
        Assert.DoesNotContain("Luego", without, StringComparison.Ordinal);
        Assert.DoesNotContain(quote.Key.ToString("d"), without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task blocks_are_moved_and_taken_away_by_the_order_of_their_keys()
    {
        using var ana = desk.Somebody();
        var key = await WithBlocksAsync(4);
        var form = await ana.OpenAsync(key);
        var keys = form.Fields.Where(field => field.Key == "v/indicators" && field.Value.Length > 0).Select(field => field.Value).ToList();

        form.Fields.RemoveAll(field => field.Key == "v/indicators");
        foreach (var block in new[] { "", keys[2], keys[0], keys[3] }) form.Add("v/indicators", block);
        await ana.SendAsync(form);

        var names = (await ana.OpenAsync(key)).Page.QuerySelectorAll("[data-blocks='v/indicators'] > ol > li [data-title]").Select(title => title.TextContent);
        Assert.Equal(["Indicador 2", "Indicador 0", "Indicador 3"], names);
        Assert.DoesNotContain(keys[1], (await desk.DraftAsync(key)).Content.Value("indicators"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_may_not_write_sees_a_form_that_cannot_be_changed()
    {
        using var translator = desk.Somebody(Role.Translator);
        using var ana = desk.Somebody();
        var key = desk.One("practice");

        var seen = await translator.OpenAsync(key);
        var form = await ana.OpenAsync(key);
        form["v/paidStaff"] = "3";
        var theirs = await translator.OpenAsync(key);
        form["Token"] = theirs.Page.QuerySelector("meta[name=desk-token]")!.GetAttribute("content")!;
        using var refused = await translator.SendOnlyAsync(form);

        Assert.True(seen.Page.QuerySelector("fieldset.edit-frame")!.HasAttribute("disabled"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static string Offer(WrittenForm form, string field) => form.Page.QuerySelector($"[data-blocks='{field}'] button[name='$add']")!.GetAttribute("value")!;

    private static IEnumerable<string> Differences(ItemContent before, ItemContent after) =>
        from field in ContentMerge.Differences(before, after, before) select $"{field.Alias}/{field.Culture}: [{Cut(field.Theirs)}] → [{Cut(field.Mine)}]";

    private static string Cut(string text) => text.Length > 300 ? text[..300] : text;

    private async Task<List<Guid>> SomeOfEachTypeAsync()
    {
        var keys = desk.Site.Live.Documents().GroupBy(item => item.Type.Alias).SelectMany(some => some.Take(SomeOfEach)).Select(item => item.Key).ToList();
        var media = await desk.Site.Service<IContentStore>().ReadAsync(
            async reader =>
            {
                var found = new List<Item>();
                foreach (var root in await reader.ChildrenAsync(ItemKind.Media, null)) found.AddRange([root, .. await reader.DescendantsAsync(root.Key)]);
                return found;
            },
            TestContext.Current.CancellationToken);
        return [.. keys, .. media.GroupBy(item => item.Type).SelectMany(some => some.Take(SomeOfEach)).Select(item => item.Key)];
    }

    /// <summary>A practice with so many indicators.</summary>
    private async Task<Guid> WithBlocksAsync(int count)
    {
        var type = Schema.DocumentType("indicator")!.Key;
        var keys = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        var text = JsonSerializer.Serialize(new
        {
            contentData = keys.Select((key, number) => new { contentTypeKey = type, key, udi = (string?)null, values = new[] { new { alias = "displayName", culture = (string?)null, editorAlias = (string?)null, segment = (string?)null, value = string.Create(CultureInfo.InvariantCulture, $"Indicador {number}") } } }),
            settingsData = Array.Empty<string>(),
            expose = keys.Select(key => new { contentKey = key, culture = (string?)null, segment = (string?)null }),
            Layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = keys.Select(key => new { contentKey = key, contentUdi = (string?)null, settingsKey = (string?)null, settingsUdi = (string?)null }) },
        });
        var parent = desk.Site.Live.Documents().First(item => item.Type.Alias == "practice").ParentKey!.Value;
        var content = ItemContent.Named("Con muchos indicadores", "es-MX").With("summary", "Prueba.", "es-MX").With("indicators", text);
        var made = await desk.Site.Service<ContentEditing>().CreateAsync(new NewItem { Type = "practice", Parent = parent, Content = content, By = "specs" }, TestContext.Current.CancellationToken);
        return Assert.IsType<WriteResult.Done>(made).Key;
    }
}
