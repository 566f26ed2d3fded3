using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Kinds;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Specs.Forms;

namespace Repository.Specs.Desk.Forms;

/// <summary>Everything a definition can hold is said at the desk, and what nobody touches stays as it was.</summary>
public sealed class FormSettingsSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task everything_a_form_says_of_itself_is_set_on_one_page()
    {
        using var ana = desk.Somebody(Role.Publisher);
        var form = await desk.PublishedAsync("Ajustes", FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"));
        var about = Found("/acerca/");

        var page = await ana.OpenAsync($"/desk/forms/{form.Key:d}/settings");
        foreach (var (name, value) in new[]
        {
            ("name", "Todo dicho"), ("purpose", "Contact"), ("alias", "todo-dicho"), ("prefix", "dic"), ("origin", "Del comité."), ("previous", "Antes"), ("next", "Después"), ("submit", "Mandar"),
            ("message", "<p>Gracias.<script>alert(1)</script></p>"), ("message.html", "on"), ("page", "https://ejemplo.org/acerca/"), ("indication", "MarkOptionalFields"), ("indicator", "•"), ("summary.only", "on"),
            ("plain", "on"), ("notice.text", "Tus datos se cuidan."), ("notice.version", "2026-3"), ("retention", "90"), ("drafts", "7"),
        }) page[name] = value;
        page.Fields.RemoveAll(field => field.Key == "summary");
        await ana.SendAsync(page);

        var kept = await DraftAsync(form.Key);
        Assert.Equal(
            form with
            {
                Name = "Todo dicho",
                Purpose = FormPurpose.Contact,
                Alias = "todo-dicho",
                FolioPrefix = "DIC",
                Origin = "Del comité.",
                PreviousLabel = "Antes",
                NextLabel = "Después",
                SubmitLabel = "Mandar",
                MessageOnSubmit = "<p>Gracias.</p>",
                MessageOnSubmitIsHtml = true,
                GoToPageOnSubmit = about,
                Indication = FieldIndication.MarkOptionalFields,
                Indicator = "•",
                HideFieldValidation = true,
                ShowValidationSummary = false,
                DisableDefaultStylesheet = true,
                Notice = new FormNotice("2026-3", "Tus datos se cuidan."),
                RetentionDays = 90,
                DraftDays = 7,
                Pages = kept.Pages,
            },
            kept);
        Assert.Equal("/acerca/", (await ana.OpenAsync($"/desk/forms/{form.Key:d}/settings"))["page"]);
    }

    [Theory]
    [InlineData("/no-hay-nada-aqui/")]
    [InlineData("acerca")]
    [InlineData("https://ejemplo.org")]
    [InlineData("javascript:alert(1)")]
    public async Task a_page_that_nobody_finds_is_not_led_to_and_nothing_typed_is_lost(string address)
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("A ninguna parte", FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"));

        var page = await ana.OpenAsync($"/desk/forms/{form.Key:d}/settings");
        page["page"] = address;
        page["submit"] = "Mandar";
        var told = await ana.SendAsync(page);

        if (address == "https://ejemplo.org")
        {
            // The beginning of the site is a page as any other.
            Assert.Equal(Found("/"), (await DraftAsync(form.Key)).GoToPageOnSubmit);
            return;
        }

        Assert.Equal((422, address, "Mandar"), (told.Status, told["page"], told["submit"]));
        Assert.Contains("No hay una página publicada", told.Note, StringComparison.Ordinal);
        Assert.Null(await Store.FindDraftAsync(form.Key, Cancellation));
    }

    [Fact]
    public async Task a_page_that_is_gone_is_told_and_stays_chosen_until_somebody_chooses_another()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Se fue", FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"));
        var gone = Guid.NewGuid();
        await desk.PublishAsync(form with { GoToPageOnSubmit = gone });

        var page = await ana.OpenAsync($"/desk/forms/{form.Key:d}/settings");
        page["submit"] = "Mandar";
        await ana.SendAsync(page);

        Assert.Contains("ya no está publicada", page.Words, StringComparison.Ordinal);
        Assert.Equal(gone, (await DraftAsync(form.Key)).GoToPageOnSubmit);
    }

    [Fact]
    public async Task every_setting_of_every_kind_is_on_the_page_of_its_question()
    {
        using var ana = desk.Somebody();
        var (line, text, list, date, matrix, ranking, files, heading) = (
            Of(FieldKinds.ShortAnswer), Of(FieldKinds.LongAnswer), Choice(FieldKinds.Dropdown), Of(FieldKinds.Date), Choice(FieldKinds.RatingMatrix) with { Settings = Scale }, Choice(FieldKinds.Ranking), Of(FieldKinds.FileUpload), Of(FieldKinds.Heading));
        var form = await desk.PublishedAsync("Cada clase", line, text, list, date, matrix, ranking, files, heading);

        await WriteAsync(ana, form, line, ("setting.fieldType", "email"), ("setting.maximumLength", "80"), ("setting.acknowledge", "on"), ("setting.number", "1"), ("placeholder", "ana@ejemplo.org"), ("pattern", ".+@ejemplo\\.org"), ("pattern.message", "Usa tu correo de aquí."), ("required", "on"), ("required.message", "Hace falta tu correo."), ("help", "El de siempre."));
        await WriteAsync(ana, form, text, ("setting.numberOfRows", "9"), ("setting.maximumLength", "900"));
        await WriteAsync(ana, form, list, ("setting.allowMultipleSelections", "on"), ("options", "a=Ahora\nSí\nSi\nx=y=z"));
        await WriteAsync(ana, form, date, ("setting.precision", "month"), ("setting.minimum", "2020-01"), ("setting.maximum", "2030-12"));
        await WriteAsync(ana, form, matrix, ("setting.scale", "1=Mal\nMuy bien"));
        await WriteAsync(ana, form, ranking, ("setting.positions", "2"));
        await WriteAsync(ana, form, files, ("uploads.all", "on"), ("uploads.extensions", ".PDF, jpg"), ("uploads.files", "4"), ("uploads.megabytes", "7"));
        await WriteAsync(ana, form, heading, ("setting.number", "8"));

        var kept = (await DraftAsync(form.Key)).Fields().ToDictionary(field => field.Id);
        Assert.Multiple(
            () => Assert.Equal("acknowledge=true fieldType=email maximumLength=80 number=1", Told(kept[line.Id])),
            () => Assert.Equal(("ana@ejemplo.org", ".+@ejemplo\\.org", "Usa tu correo de aquí.", true, "Hace falta tu correo.", "El de siempre."), (kept[line.Id].Placeholder, kept[line.Id].Pattern, kept[line.Id].PatternInvalidErrorMessage, kept[line.Id].Required, kept[line.Id].RequiredErrorMessage, kept[line.Id].HelpText)),
            () => Assert.Equal("maximumLength=900 numberOfRows=9", Told(kept[text.Id])),
            () => Assert.Equal("allowMultipleSelections=true", Told(kept[list.Id])),
            () => Assert.Equal([new("a", "Ahora"), new("si", "Sí"), new("si_2", "Si"), new("x", "y=z")], kept[list.Id].PreValues),
            () => Assert.Equal("maximum=2030-12 minimum=2020-01 precision=month", Told(kept[date.Id])),
            () => Assert.Equal("scale=1=Mal\nmuy_bien=Muy bien", Told(kept[matrix.Id])),
            () => Assert.Equal("positions=2", Told(kept[ranking.Id])),
            () => Assert.Equal((true, "pdf jpg", true, 4, 7L * 1024 * 1024), (kept[files.Id].Uploads!.AllowAll, string.Join(' ', kept[files.Id].Uploads!.Extensions), kept[files.Id].Uploads!.AllowMultiple, kept[files.Id].Uploads!.MaxFiles, kept[files.Id].Uploads!.MaxBytes)),
            () => Assert.Equal("number=8", Told(kept[heading.Id])));
        Assert.IsType<FormCompilation.Built>(Form.Compile(await DraftAsync(form.Key)));
    }

    [Fact]
    public async Task columns_have_a_width_and_a_title()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Columnas", FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"));
        var set = form.Fieldsets().Single().Id;
        var address = $"/desk/forms/{form.Key:d}/fieldset/{set:d}";
        var add = (await ana.OpenAsync(address)).Other($"form.panel[action='/desk/forms/{form.Key:d}']");
        add["do"] = $"addColumn:{set:d}";
        await ana.SendAsync(add);

        var page = await ana.OpenAsync(address);
        page.Fields.RemoveAll(field => field.Key is "width" or "column.caption");
        foreach (var (name, value) in new[] { ("width", "8"), ("column.caption", "Lo que pasó"), ("width", "4"), ("column.caption", "Dónde") }) page.Add(name, value);
        await ana.SendAsync(page);

        Assert.Equal([("Lo que pasó", 8), ("Dónde", 4)], (await DraftAsync(form.Key)).Columns().Select(column => (column.Caption, column.Width)));
    }

    [Theory]
    [InlineData("Is", "Show", "All")]
    [InlineData("IsNot", "Hide", "Any")]
    [InlineData("GreaterThen", "Show", "Any")]
    [InlineData("LessThen", "Hide", "All")]
    [InlineData("Contains", "Show", "All")]
    [InlineData("StartsWith", "Show", "Any")]
    [InlineData("EndsWith", "Hide", "Any")]
    public async Task pages_groups_and_questions_take_every_comparison(string comparison, string action, string logic)
    {
        using var ana = desk.Somebody();
        var (asked, other) = (FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"), FormsDesk.Question(FieldKinds.ShortAnswer, "dos", "Dos"));
        var form = await desk.PublishedAsync("Condiciones", asked, other);
        var there = $"/desk/forms/{form.Key:d}";
        var step = (await ana.OpenAsync(there)).Other("form.outline");
        step["do"] = "addPage";
        await ana.SendAsync(step);
        var set = (await DraftAsync(form.Key)).Pages[1].Fieldsets[0].Id;

        foreach (var address in new[] { $"{there}/page/2", $"{there}/fieldset/{set:d}", $"{there}/field/{other.Id:d}" })
        {
            var page = await ana.OpenAsync(address);
            page.Fields.RemoveAll(field => field.Key.StartsWith("rule.", StringComparison.Ordinal));
            foreach (var (name, value) in new[] { ("rule.field", $"{asked.Id:d}"), ("rule.operator", comparison), ("rule.value", "1") }) page.Add(name, value);
            (page["condition.action"], page["condition.logic"]) = (action, logic);
            await ana.SendAsync(page);
        }

        var kept = await DraftAsync(form.Key);
        var expected = new FieldCondition(Enum.Parse<ConditionAction>(action), Enum.Parse<ConditionLogic>(logic), [new ConditionRule(asked.Id, Enum.Parse<ConditionOperator>(comparison), "1")]);
        Assert.All([kept.Pages[1].Condition, kept.Pages[1].Fieldsets[0].Condition, kept.Fields().Single(field => field.Id == other.Id).Condition], condition =>
        {
            Assert.Equal((expected.Action, expected.Logic), (condition!.Action, condition.Logic));
            Assert.Equal(expected.Rules, condition.Rules);
        });
    }

    [Fact]
    public async Task a_part_that_nobody_touched_is_saved_as_it_was()
    {
        using var ana = desk.Somebody();
        await desk.PublishAsync(EveryKindForm.Definition with { MessageOnSubmitIsHtml = true, MessageOnSubmit = "<p>Hola &amp; adiós</p>", HideFieldValidation = true, GoToPageOnSubmit = Found("/acerca/") });

        foreach (var form in desk.Book.All.Select(live => live.Definition).ToList())
        {
            if (await Store.FindDraftAsync(form.Key, Cancellation) is not null) continue;
            var there = $"/desk/forms/{form.Key:d}";
            string[] addresses = [$"{there}/settings", .. form.Pages.Select((_, page) => $"{there}/page/{page + 1}"), .. form.Fieldsets().Select(set => $"{there}/fieldset/{set.Id:d}"), .. form.Fields().Select(field => $"{there}/field/{field.Id:d}")];
            foreach (var address in addresses) await ana.SendAsync(await ana.OpenAsync(address));

            var draft = await Store.FindDraftAsync(form.Key, Cancellation);
            Assert.Equal(addresses.Length, draft!.Revision);
            Assert.Equal(System.Text.Encoding.UTF8.GetString(FormJson.Write(form)), System.Text.Encoding.UTF8.GetString(FormJson.Write(draft.Definition)));
        }
    }

    [Fact]
    public async Task every_control_of_a_form_has_words_that_tell_what_it_is_for()
    {
        using var ana = desk.Somebody();
        var settings = await ana.OpenAsync($"/desk/forms/{FormsDesk.Contact:d}/settings");

        var bare = settings.Page.QuerySelectorAll("main form[action$='/settings'] :is(input:not([type=hidden]), textarea, select)")
            .Where(control => control.GetAttribute("aria-describedby") is not { } hint || string.IsNullOrWhiteSpace(settings.Page.GetElementById(hint)?.TextContent))
            .Select(control => control.GetAttribute("name"));

        // The words of the buttons share one hint, and the sign is told of with the marks.
        Assert.Equal(["previous", "next", "submit", "indicator"], bare);
    }

    private IFormStore Store => desk.Site.Service<IFormStore>();

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Scale => System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("scale", "1=Mal\n2=Bien");

    private static FormField Of(IFieldKind kind) => FormsDesk.Question(kind, $"p{kind.Name.Replace(" ", "", StringComparison.Ordinal)}", kind.Name);

    private static FormField Choice(IFieldKind kind) => Of(kind) with { PreValues = [new("a", "A"), new("b", "B"), new("c", "C")] };

    private static string Told(FormField field) => string.Join(' ', field.Settings.Select(setting => $"{setting.Key}={setting.Value}"));

    private static async Task WriteAsync(DeskHand hand, FormDefinition form, FormField field, params (string Name, string Value)[] written)
    {
        var page = await hand.OpenAsync($"/desk/forms/{form.Key:d}/field/{field.Id:d}");
        foreach (var (name, value) in written)
        {
            Assert.NotEmpty(page.Page.QuerySelectorAll($"main form [name='{name}']"));
            page[name] = value;
        }

        Assert.Equal(200, (await hand.SendAsync(page)).Status);
    }

    private Guid Found(string path) => Assert.IsType<RouteMatch.Found>(Routing.Match(desk.Site.Live, path, null, null)).Item.Key;

    private async Task<FormDefinition> DraftAsync(Guid form) => (await Store.FindDraftAsync(form, Cancellation))!.Definition;
}
