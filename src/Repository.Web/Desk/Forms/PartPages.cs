using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Kinds;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Forms;

/// <summary>
/// The parts of a form, each on a page of its own: its settings, a page, a group of questions, a question. What was written while somebody else saved is shown
/// again beside what they saved; saving it once more keeps it.
/// </summary>
internal sealed class PartPages(DeskForms forms, ListPages list, PageChoice pages, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public async Task ShowSettingsAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is { } form) await SendSettingsAsync(http, form, form.Definition, IsSaved(http));
    }

    public async Task SaveSettingsAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = sent.Text("page");
        var mine = sent.Settings(form.Definition) with { GoToPageOnSubmit = pages.Find(typed) ?? form.Definition.GoToPageOnSubmit };
        if (typed.Length == 0) mine = mine with { GoToPageOnSubmit = null };
        else if (pages.Find(typed) is null)
        {
            await SendSettingsAsync(http, form, mine, new DeskNote(texts["Forms.Settings.page.Missing"], IsBad: true), StatusCodes.Status422UnprocessableEntity, typed);
            return;
        }

        if (await SaveAsync(http, form, sent, mine)) DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}/settings?done=saved");
        else await SendSettingsAsync(http, await NowAsync(http, form), mine, Stale, StatusCodes.Status409Conflict);
    }

    public async Task ShowPageAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        if (PageOf(http, form) is { } page) await SendPageAsync(http, form, page, form.Definition.Pages[page], null);
        else await serving.LoseAsync(http);
    }

    public async Task SavePageAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (PageOf(http, form) is not { } page)
        {
            await serving.LoseAsync(http);
            return;
        }

        var mine = form.Definition.Pages[page] with { Caption = sent.Text("caption"), Condition = sent.Condition() };
        if (await SaveAsync(http, form, sent, form.Definition.ChangePage(page, _ => mine))) Leave(http, form, $"page-{page}");
        else await SendPageAsync(http, await NowAsync(http, form), page, mine, Stale, StatusCodes.Status409Conflict);
    }

    public async Task ShowFieldsetAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        if (FieldsetOf(http, form) is { } fieldset) await SendFieldsetAsync(http, form, fieldset, null);
        else await serving.LoseAsync(http);
    }

    public async Task SaveFieldsetAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (FieldsetOf(http, form) is not { } fieldset)
        {
            await serving.LoseAsync(http);
            return;
        }

        var mine = fieldset with { Caption = sent.Text("caption"), Condition = sent.Condition(), Columns = sent.Columns(fieldset.Columns) };
        if (await SaveAsync(http, form, sent, form.Definition.ChangeFieldset(fieldset.Id, _ => mine))) Leave(http, form, $"set-{fieldset.Id:n}");
        else await SendFieldsetAsync(http, await NowAsync(http, form), mine, Stale, StatusCodes.Status409Conflict);
    }

    public async Task ShowNewFieldAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is { } form) await SendNewFieldAsync(http, form, new NewField(Into(http.Request.Query["in"]), Number(http.Request.Query["column"]), ""), null);
    }

    public async Task AddFieldAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var wanted = new NewField(Into(sent["in"]), Number(sent["column"]), sent.Text("caption"));
        var kind = Guid.TryParse(sent["kind"], out var id) ? FieldKinds.Find(id) : null;
        if (wanted.Caption.Length == 0 || kind is null || form.Definition.Fields().Count() >= FormLimits.Fields)
        {
            await SendNewFieldAsync(http, form, wanted, new DeskNote(texts["Forms.NewField.Missing"], IsBad: true));
            return;
        }

        // A new question harms nobody's: it is added to whatever there is now.
        var field = FormPosts.New(kind, wanted.Caption, form.Definition);
        var changed = form.Definition.WithField(wanted.Fieldset, wanted.Column, field);
        if (changed.Fields().All(other => other.Id != field.Id)) await serving.LoseAsync(http);
        else if (await forms.SaveAsync(form, changed, http.Person, http.RequestAborted) is null) await SendNewFieldAsync(http, await NowAsync(http, form), wanted, Stale);
        else DeskServing.Lead(http, FormAddress.Field(form.Key, field.Id));
    }

    public async Task ShowFieldAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        if (FieldOf(http, form) is { } field) await SendFieldAsync(http, form, field, IsSaved(http));
        else await serving.LoseAsync(http);
    }

    public async Task SaveFieldAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var there = FieldOf(http, form);
        // Taken away by somebody meanwhile: what was written goes back to the end rather than being lost.
        if ((there ?? Lost(http, sent)) is not { } before)
        {
            await serving.LoseAsync(http);
            return;
        }

        var mine = sent.Field(before);
        var changed = there is null ? Append(form.Definition, mine) : form.Definition.ChangeField(mine);
        if (!await SaveAsync(http, form, sent, changed))
        {
            await SendFieldAsync(http, await NowAsync(http, form), mine, Stale, StatusCodes.Status409Conflict);
            return;
        }

        if (new DeskForm(null, new FormDraftState(changed, 0, "", default)).ProblemsOf(mine).IsEmpty) Leave(http, form, $"field-{mine.Id:n}");
        else DeskServing.Lead(http, $"{FormAddress.Field(form.Key, mine.Id)}?done=saved");
    }

    private DeskNote Stale => new(texts["Forms.Stale.Part"], IsBad: true);

    private async Task<bool> SaveAsync(HttpContext http, DeskForm form, IFormCollection sent, FormDefinition changed) =>
        sent.Text("seen") == form.Seen && await forms.SaveAsync(form, changed, http.Person, http.RequestAborted) is not null;

    private async Task<DeskForm> NowAsync(HttpContext http, DeskForm form) => await forms.FindAsync(form.Key, http.RequestAborted) ?? form;

    private static void Leave(HttpContext http, DeskForm form, string anchor) => DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}?done=saved#{anchor}");

    private DeskNote? IsSaved(HttpContext http) => http.Request.Query["done"] == "saved" ? new DeskNote(texts["Forms.Done.saved"]) : null;

    private static int? PageOf(HttpContext http, DeskForm form) => Number((string?)http.Request.RouteValues["page"]) - 1 is var page and >= 0 && page < form.Definition.Pages.Length ? page : null;

    private static Fieldset? FieldsetOf(HttpContext http, DeskForm form) => Guid.Parse((string)http.Request.RouteValues["fieldset"]!) is var key ? form.Definition.Fieldsets().FirstOrDefault(fieldset => fieldset.Id == key) : null;

    private static FormField? FieldOf(HttpContext http, DeskForm form) => Guid.Parse((string)http.Request.RouteValues["field"]!) is var key ? form.Definition.Fields().FirstOrDefault(field => field.Id == key) : null;

    private static FormField? Lost(HttpContext http, IFormCollection sent) => Guid.TryParse(sent["kind"], out var kind) && FieldKinds.Find(kind) is not null
        ? new FormField { Id = Guid.Parse((string)http.Request.RouteValues["field"]!), Alias = "", Caption = "", Type = kind }
        : null;

    private static FormDefinition Append(FormDefinition form, FormField field)
    {
        var whole = form.Fieldsets().Any(fieldset => !fieldset.Columns.IsEmpty) ? form : form.WithPage("");
        var last = whole.Fieldsets().Last(fieldset => !fieldset.Columns.IsEmpty);
        return whole.WithField(last.Id, last.Columns.Length - 1, field);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Guid Into(string? text) => Guid.TryParse(text, out var key) ? key : Guid.Empty;

    private Task SendSettingsAsync(HttpContext http, DeskForm form, FormDefinition mine, DeskNote? note, int status = StatusCodes.Status200OK, string? page = null)
    {
        // Beside what nobody else wrote stands nothing.
        var theirs = status == StatusCodes.Status409Conflict ? form.Definition : mine;
        var words = Words(form);
        var frame = Frame(http, form, words.Of(mine, pages.AddressOf(mine.GoToPageOnSubmit)), words.Of(theirs, pages.AddressOf(theirs.GoToPageOnSubmit)), form.OwnProblems);
        var model = new SettingsModel(frame, mine, Permissions.May(http.Person, Act.ReadEntries, [])) { Page = page ?? pages.AddressOf(mine.GoToPageOnSubmit), Pages = pages.Offered };
        return SendAsync(http, form, texts["Forms.Tab.settings"], new FormSettingsView { Model = model }, note, status);
    }

    private Task SendPageAsync(HttpContext http, DeskForm form, int page, FormPage mine, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var theirs = page < form.Definition.Pages.Length ? form.Definition.Pages[page] : mine;
        var frame = Frame(http, form, Words(form).Of(mine), Words(form).Of(theirs), form.ProblemsOf(theirs));
        var model = new WrittenPart(frame, FormAddress.Page(form.Key, page), mine.Caption, [], $"removePage:{page}", new ConditionModel(mine.Condition, [.. form.Definition.Fields()]));
        return SendAsync(http, form, texts["Forms.Page", page + 1], new FormPartView { Model = model }, note, status);
    }

    private Task SendFieldsetAsync(HttpContext http, DeskForm form, Fieldset mine, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var theirs = form.Definition.Fieldsets().FirstOrDefault(fieldset => fieldset.Id == mine.Id) ?? mine;
        var frame = Frame(http, form, Words(form).Of(mine), Words(form).Of(theirs), form.ProblemsOf(theirs));
        var model = new WrittenPart(frame, FormAddress.Fieldset(form.Key, mine.Id), mine.Caption, mine.Columns, $"removeFieldset:{mine.Id:d}", new ConditionModel(mine.Condition, [.. form.Definition.Fields()])) { Fieldset = mine.Id };
        return SendAsync(http, form, texts["Forms.Fieldset"], new FormPartView { Model = model }, note, status);
    }

    private Task SendNewFieldAsync(HttpContext http, DeskForm form, NewField wanted, DeskNote? note) => SendAsync(
        http,
        form,
        texts["Forms.NewField.Title"],
        new NewFieldView { Model = (wanted, FormAddress.Of(form.Key), serving.Token(http)) },
        note,
        note is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private Task SendFieldAsync(HttpContext http, DeskForm form, FormField mine, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var theirs = form.Definition.Fields().FirstOrDefault(field => field.Id == mine.Id);
        var frame = Frame(http, form, Words(form).Of(mine), Words(form).Of(theirs ?? mine), theirs is null ? [] : form.ProblemsOf(theirs));
        var askable = form.Definition.Fields().Where(field => field.Id != mine.Id && FieldKinds.Find(field.Type) is { TakesAnswers: true });
        var model = new WrittenField(frame, mine, FieldShape.Of(mine), new ConditionModel(mine.Condition, [.. askable])) { Places = theirs is null ? [] : [.. FieldPlace.Of(form.Definition, mine.Id)], IsGone = theirs is null };
        return SendAsync(http, form, texts["Forms.Field"], new FieldFormView { Model = model }, note, status);
    }

    private PartWords Words(DeskForm form) => new(form.Definition, texts);

    private PartFrame Frame(HttpContext http, DeskForm form, IEnumerable<(string Label, string Text)> mine, IEnumerable<(string Label, string Text)> theirs, ImmutableArray<string> problems) =>
        new(form, serving.Token(http), problems, [.. PartWords.Differing(mine, theirs)]);

    private Task SendAsync(HttpContext http, DeskForm form, string title, View body, DeskNote? note, int status) =>
        serving.SendAsync(http, new DeskPage(title, body) { Scripts = [OutlinePages.Script], Crumbs = [list.Crumb, new DeskCrumb(form.Definition.Name, FormAddress.Of(form.Key))], Note = note }, status);
}

/// <summary>What every part has around it.</summary>
/// <param name="Theirs">What somebody else saved otherwise; none when nobody did.</param>
internal sealed record PartFrame(DeskForm Form, string Token, ImmutableArray<string> Problems, ImmutableArray<(string Label, string Text)> Theirs);

internal sealed record SettingsModel(PartFrame Frame, FormDefinition Mine, bool MayRead)
{
    /// <summary>Where whoever has sent it is led, as it is typed.</summary>
    public required string Page { get; init; }

    public required ImmutableArray<OfferedPage> Pages { get; init; }
}

internal sealed record WrittenPart(PartFrame Frame, string Action, string Caption, ImmutableArray<FieldColumn> Columns, string Removal, ConditionModel Condition)
{
    public Guid? Fieldset { get; init; }
}

internal sealed record WrittenField(PartFrame Frame, FormField Mine, FieldShape Shape, ConditionModel Condition)
{
    /// <summary>Where else it could stand.</summary>
    public required ImmutableArray<FieldPlace> Places { get; init; }

    /// <summary>Has somebody taken it away meanwhile?</summary>
    public bool IsGone { get; init; }
}

internal sealed record NewField(Guid Fieldset, int Column, string Caption);

/// <param name="Askable">The questions a rule may ask.</param>
internal sealed record ConditionModel(FieldCondition? Condition, ImmutableArray<FormField> Askable)
{
    private const int Spare = 2;

    private const int MostAnswers = 400;

    /// <summary>What can be answered where one chooses, as it is kept, and in words.</summary>
    public IEnumerable<(string Value, string Told)> Answers => Askable.SelectMany(AnswersOf).Take(MostAnswers);

    /// <summary>The rules there are, and some empty rows.</summary>
    public IEnumerable<ConditionRule> Rows => [.. Condition?.Rules ?? [], .. Enumerable.Repeat(new ConditionRule(Guid.Empty, ConditionOperator.Is, ""), Spare)];

    private static IEnumerable<(string Value, string Told)> AnswersOf(FormField field) => FieldKinds.Find(field.Type) switch
    {
        RatingMatrix => from row in field.PreValues from mark in RatingMatrix.Scale(field) select ($"{row.Value}={mark.Value}", $"{field.Alias}: {row.Caption}, {mark.Caption}"),
        var kind when kind == FieldKinds.Checkbox || kind == FieldKinds.DataConsent => [("on", $"{field.Alias}: ✓")],
        _ => field.PreValues.Select(option => (option.Value, $"{field.Alias}: {option.Caption}")),
    };
}
