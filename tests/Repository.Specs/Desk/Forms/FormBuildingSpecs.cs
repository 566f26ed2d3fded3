using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Kinds;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk.Forms;

/// <summary>Making a form without scripts: from an empty one to one in force, and what becomes of work that two do at once.</summary>
public sealed class FormBuildingSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_form_is_made_question_by_question_and_put_into_force()
    {
        using var ana = desk.Somebody(Role.Publisher);

        var outline = await BeginAsync(ana, "Buzón de la asamblea");
        outline = await AddAsync(ana, outline, FieldKinds.ShortAnswer, "¿Cómo te llamas?");
        outline = await AddAsync(ana, outline, FieldKinds.SingleChoice, "¿Qué quieres?", field => field["options"] = "Saber más\nayudar=Quiero ayudar");
        var form = Key(outline);
        var before = desk.Book.Find(form);
        var published = await PressAsync(ana, outline, "/publish");

        Assert.Null(before);
        Assert.Equal("El formulario está en uso tal como lo ves aquí.", published.Note);
        var live = desk.Book.Find(form)!;
        Assert.Equal(["como_te_llamas", "que_quieres"], live.Definition.Fields().Select(field => field.Alias));
        Assert.Equal([new PreValue("saber_mas", "Saber más"), new PreValue("ayudar", "Quiero ayudar")], live.Definition.Fields().Last().PreValues);
        Assert.Equal(1, live.Version);
    }

    [Fact]
    public async Task what_is_being_written_is_not_in_force_before_it_is_published()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Antes", FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"));

        var page = await ana.OpenAsync($"/desk/forms/{form.Key:d}/settings");
        page["name"] = "Después";
        await ana.SendAsync(page);

        Assert.Equal("Antes", desk.Book.Find(form.Key)!.Definition.Name);
        var outline = await ana.OpenAsync($"/desk/forms/{form.Key:d}");
        Assert.Contains("Con cambios sin publicar", outline.Words, StringComparison.Ordinal);
        await PressAsync(ana, outline, "/publish");
        Assert.Equal(("Después", 2), (desk.Book.Find(form.Key)!.Definition.Name, desk.Book.Find(form.Key)!.Version));
    }

    [Fact]
    public async Task what_is_wrong_stands_beside_the_question_and_keeps_the_form_from_the_public()
    {
        using var ana = desk.Somebody();
        var outline = await BeginAsync(ana, "A medias");

        var field = await AddOnlyAsync(ana, outline, FieldKinds.SingleChoice, "¿Cuál?");
        var saved = await ana.SendAsync(field);
        outline = await ana.OpenAsync(Path(outline));
        var forced = await PressAsync(ana, outline, "/publish");

        Assert.Contains("opciones", saved.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("opciones", outline.Page.QuerySelector(".outline-field.wrong .part-problems")!.TextContent, StringComparison.Ordinal);
        Assert.True(outline.Page.QuerySelector("form[action$='/publish'] button")!.HasAttribute("disabled"));
        Assert.Equal(422, forced.Status);
        Assert.Null(desk.Book.Find(Key(outline)));
    }

    [Fact]
    public async Task questions_groups_and_pages_move_by_their_buttons()
    {
        using var ana = desk.Somebody();
        var (one, two, three) = (FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"), FormsDesk.Question(FieldKinds.ShortAnswer, "dos", "Dos"), FormsDesk.Question(FieldKinds.ShortAnswer, "tres", "Tres"));
        var form = await desk.PublishedAsync("Orden", one, two, three);
        var address = $"/desk/forms/{form.Key:d}";

        await StepAsync(ana, address, $"fieldUp:{two.Id:d}");
        await StepAsync(ana, address, "addPage");
        await StepAsync(ana, address, $"fieldDown:{three.Id:d}");
        await StepAsync(ana, address, "pageUp:1");

        var draft = await DraftAsync(form.Key);
        Assert.Equal(["tres", "dos", "uno"], draft.Fields().Select(field => field.Alias));
        Assert.Equal([1, 2], draft.Pages.Select(page => page.Fieldsets.SelectMany(set => set.Columns).Sum(column => column.Fields.Length)));
    }

    [Fact]
    public async Task a_question_appears_when_another_is_answered_so()
    {
        using var ana = desk.Somebody();
        var (asked, hidden) = (FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"), FormsDesk.Question(FieldKinds.ShortAnswer, "dos", "Dos"));
        var form = await desk.PublishedAsync("Condición", asked, hidden);

        var field = await ana.OpenAsync($"/desk/forms/{form.Key:d}/field/{hidden.Id:d}");
        field.Fields.RemoveAll(one => one.Key.StartsWith("rule.", StringComparison.Ordinal));
        foreach (var (name, value) in new[] { ("rule.field", $"{asked.Id:d}"), ("rule.operator", "IsNot"), ("rule.value", " no "), ("rule.field", ""), ("rule.operator", "Is"), ("rule.value", "sobra") }) field.Add(name, value);
        field["condition.action"] = "Hide";
        field["condition.logic"] = "Any";
        await ana.SendAsync(field);

        var condition = (await DraftAsync(form.Key)).Fields().Last().Condition!;
        Assert.Equal((ConditionAction.Hide, ConditionLogic.Any), (condition.Action, condition.Logic));
        Assert.Equal([new ConditionRule(asked.Id, ConditionOperator.IsNot, "no")], condition.Rules);
    }

    [Fact]
    public async Task whoever_saves_after_somebody_else_loses_nothing_and_sees_both()
    {
        using var ana = desk.Somebody(name: "Ana");
        using var beto = desk.Somebody(name: "Beto");
        var question = FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno");
        var form = await desk.PublishedAsync("Dos a la vez", question);
        var address = $"/desk/forms/{form.Key:d}/field/{question.Id:d}";
        var (mine, theirs) = (await ana.OpenAsync(address), await beto.OpenAsync(address));

        theirs["caption"] = "Lo de Beto";
        await beto.SendAsync(theirs);
        mine["caption"] = "Lo de Ana";
        var told = await ana.SendAsync(mine);
        var kept = (await DraftAsync(form.Key)).Fields().Single().Caption;
        await ana.SendAsync(told);

        Assert.Equal(409, told.Status);
        Assert.Equal("Lo de Ana", told["caption"]);
        Assert.Contains("Lo de Beto", told.Page.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lo de Beto", kept);
        Assert.Equal("Lo de Ana", (await DraftAsync(form.Key)).Fields().Single().Caption);
    }

    [Fact]
    public async Task a_question_that_somebody_took_away_comes_back_with_what_was_written_of_it()
    {
        using var ana = desk.Somebody();
        var (one, two) = (FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"), FormsDesk.Question(FieldKinds.LongAnswer, "dos", "Dos"));
        var form = await desk.PublishedAsync("Quitar", one, two);
        var mine = await ana.OpenAsync($"/desk/forms/{form.Key:d}/field/{one.Id:d}");

        await StepAsync(ana, $"/desk/forms/{form.Key:d}", $"removeField:{one.Id:d}");
        mine["caption"] = "Todavía la quiero";
        var told = await ana.SendAsync(mine);
        await ana.SendAsync(told);

        Assert.Contains("Alguien quitó esta pregunta", told.Words, StringComparison.Ordinal);
        Assert.Equal(["Dos", "Todavía la quiero"], (await DraftAsync(form.Key)).Fields().Select(field => field.Caption));
    }

    [Fact]
    public async Task a_button_pressed_on_a_page_of_before_changes_nothing()
    {
        using var ana = desk.Somebody();
        var question = FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno");
        var form = await desk.PublishedAsync("Viejo", question);
        var old = (await ana.OpenAsync($"/desk/forms/{form.Key:d}")).Other("form.outline");

        await StepAsync(ana, $"/desk/forms/{form.Key:d}", "addPage");
        old["do"] = $"removeField:{question.Id:d}";
        var told = await ana.SendAsync(old);

        Assert.Equal(409, told.Status);
        Assert.Single((await DraftAsync(form.Key)).Fields());
    }

    [Fact]
    public async Task what_was_published_meanwhile_is_not_undone_by_a_page_of_before()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Primero", FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"));
        var old = await ana.OpenAsync($"/desk/forms/{form.Key:d}/settings");

        await desk.PublishAsync(form with { Name = "Segundo" });
        old["submit"] = "Mandar";
        var told = await ana.SendAsync(old);

        Assert.Equal(409, told.Status);
        Assert.Contains("Segundo", told.Page.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task letting_go_what_is_being_written_leaves_what_is_in_force()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Se queda", FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"));
        var never = await BeginAsync(ana, "Nunca será");
        await StepAsync(ana, $"/desk/forms/{form.Key:d}", "addPage");

        await PressAsync(ana, await ana.OpenAsync($"/desk/forms/{form.Key:d}"), "/discard");
        var list = await PressAsync(ana, never, "/discard");

        Assert.Null(await Site.FindDraftAsync(form.Key, Cancellation));
        Assert.Equal("Se queda", desk.Book.Find(form.Key)!.Definition.Name);
        Assert.DoesNotContain("Nunca será", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task only_what_a_page_shows_is_taken_from_what_it_is_sent()
    {
        using var ana = desk.Somebody();
        var question = FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno");
        var form = await desk.PublishedAsync("Justo", question);
        var field = await ana.OpenAsync($"/desk/forms/{form.Key:d}/field/{question.Id:d}");

        foreach (var (name, value) in new[] { ("id", $"{Guid.NewGuid():d}"), ("Id", $"{Guid.NewGuid():d}"), ("type", $"{FieldKinds.FileUpload.Id:d}"), ("options", "a=b"), ("setting.scale", "1=2"), ("uploads.files", "9"), ("key", $"{FormsDesk.Contact:d}") }) field.Add(name, value);
        field["kind"] = $"{FieldKinds.FileUpload.Id:d}";
        field["caption"] = "Otra";
        await ana.SendAsync(field);

        var kept = (await DraftAsync(form.Key)).Fields().Single();
        Assert.Empty(kept.Settings);
        Assert.Empty(kept.PreValues);
        Assert.Equal(question with { Caption = "Otra" }, kept with { PreValues = question.PreValues, Settings = question.Settings });
        Assert.Null(await Site.FindDraftAsync(FormsDesk.Contact, Cancellation));
    }

    [Fact]
    public async Task what_authors_write_is_text_and_no_markup()
    {
        using var ana = desk.Somebody();
        const string Evil = "<img src=x onerror=alert(1)>\"'";
        var form = await desk.PublishedAsync(Evil, FormsDesk.Question(FieldKinds.ShortAnswer, "uno", Evil));

        foreach (var address in (string[])["/desk/forms", $"/desk/forms/{form.Key:d}", $"/desk/forms/{form.Key:d}/settings", $"/desk/forms/{form.Key:d}/page/1", $"/desk/forms/{form.Key:d}/entries", $"/desk/forms/{form.Key:d}/export"])
        {
            var page = await ana.OpenAsync(address);
            Assert.Equal((address, 200, 0), (address, page.Status, page.Page.QuerySelectorAll("img[onerror]").Length));
        }
    }

    [Fact]
    public async Task every_text_of_these_pages_is_there()
    {
        using var ana = desk.Somebody();
        var fields = FieldKinds.All.Select((kind, number) => FormsDesk.Question(kind, $"p{number}", $"Pregunta {number}") with
        {
            PreValues = [new PreValue("a", "A"), new PreValue("b", "B")],
            Settings = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("scale", "1=Mal\n2=Bien"),
        }).ToArray();
        var form = await desk.PublishedAsync("Todo", fields);
        var there = $"/desk/forms/{form.Key:d}";
        var set = form.Fieldsets().Single().Id;

        string[] addresses =
        [
            "/desk/forms", "/desk/forms/new", "/desk/forms/quarantine", "/desk/forms/accesses", there, $"{there}/settings", $"{there}/page/1", $"{there}/fieldset/{set:d}", $"{there}/field/new?in={set:d}&column=0", $"{there}/letters", $"{there}/entries", $"{there}/export",
            .. fields.Select(field => $"{there}/field/{field.Id:d}"),
        ];

        foreach (var address in addresses)
        {
            var page = await ana.OpenAsync(address);
            Assert.Equal((address, 200), (address, page.Status));
            Assert.DoesNotMatch(@"\b(Desk|Forms|Entries|Export|Letters|Access|Quarantine)\.[A-Z][A-Za-z.]+", page.Page.Body!.TextContent);
            Assert.All(page.Page.QuerySelectorAll("label[for]"), label => Assert.NotNull(page.Page.GetElementById(label.GetAttribute("for")!)));
        }
    }

    private IFormStore Site => desk.Site.Service<IFormStore>();

    private async Task<FormDefinition> DraftAsync(Guid form) => (await Site.FindDraftAsync(form, Cancellation))!.Definition;

    private static async Task<WrittenForm> BeginAsync(DeskHand hand, string name)
    {
        var page = await hand.OpenAsync("/desk/forms/new");
        page["name"] = name;
        return await hand.SendAsync(page);
    }

    private static async Task<WrittenForm> AddAsync(DeskHand hand, WrittenForm outline, IFieldKind kind, string caption, Action<WrittenForm>? write = null)
    {
        var field = await AddOnlyAsync(hand, outline, kind, caption);
        write?.Invoke(field);
        return await hand.SendAsync(field);
    }

    /// <summary>Adds a question and stays on its page.</summary>
    private static async Task<WrittenForm> AddOnlyAsync(DeskHand hand, WrittenForm outline, IFieldKind kind, string caption)
    {
        var page = await hand.OpenAsync(outline.Page.QuerySelector("a[href*='/field/new']")!.GetAttribute("href")!);
        page["caption"] = caption;
        page["kind"] = kind.Id.ToString("d");
        return await hand.SendAsync(page);
    }

    private static Task<WrittenForm> PressAsync(DeskHand hand, WrittenForm page, string action) => hand.SendAsync(page.Other($"form[action$='{action}']"));

    private static async Task StepAsync(DeskHand hand, string outline, string button)
    {
        var form = (await hand.OpenAsync(outline)).Other("form.outline");
        form["do"] = button;
        Assert.Equal(200, (await hand.SendAsync(form)).Status);
    }

    private static string Path(WrittenForm outline) => outline.Other("form.outline").Action;

    private static Guid Key(WrittenForm outline) => Guid.Parse(Path(outline).Split('/')[^1]);
}
