using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Kinds;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>A question, on a page of its own; and the page where a new one begins.</summary>
internal sealed class FieldPages(PartServing parts, DeskForms forms, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public async Task ShowNewAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is { } form) await SendNewAsync(http, form, new NewField(Into(http.Request.Query["in"]), Number(http.Request.Query["column"]), ""), null);
    }

    public async Task AddAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var wanted = new NewField(Into(sent["in"]), Number(sent["column"]), sent.Text("caption"));
        var kind = Guid.TryParse(sent["kind"], out var id) ? FieldKinds.Find(id) : null;
        if (wanted.Caption.Length == 0 || kind is null || form.Definition.Fields().Count() >= FormLimits.Fields)
        {
            await SendNewAsync(http, form, wanted, new DeskNote(texts["Forms.NewField.Missing"], IsBad: true));
            return;
        }

        // A new question harms nobody's: it is added to whatever there is now.
        var field = FormPosts.New(kind, wanted.Caption, form.Definition);
        var changed = form.Definition.WithField(wanted.Fieldset, wanted.Column, field);
        if (changed.Fields().All(other => other.Id != field.Id)) await serving.LoseAsync(http);
        else if (await forms.SaveAsync(form, changed, http.Person, http.RequestAborted) is null) await SendNewAsync(http, await parts.NowAsync(http, form), wanted, parts.Stale);
        else DeskServing.Lead(http, FormAddress.Field(form.Key, field.Id));
    }

    public async Task ShowAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
        if (FieldOf(http, form) is { } field) await SendAsync(http, form, field, parts.Saved(http));
        else await serving.LoseAsync(http);
    }

    public async Task SaveAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
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
        if (!await parts.SaveAsync(http, form, sent, changed))
        {
            await SendAsync(http, await parts.NowAsync(http, form), mine, parts.Stale, StatusCodes.Status409Conflict);
            return;
        }

        if (new DeskForm(null, new FormDraftState(changed, 0, "", default)).ProblemsOf(mine).IsEmpty) PartServing.Leave(http, form, $"field-{mine.Id:n}");
        else DeskServing.Lead(http, $"{FormAddress.Field(form.Key, mine.Id)}?done=saved");
    }

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

    private Task SendNewAsync(HttpContext http, DeskForm form, NewField wanted, DeskNote? note) => parts.SendAsync(
        http,
        form,
        texts["Forms.NewField.Title"],
        new NewFieldView { Model = (wanted, FormAddress.Of(form.Key), serving.Token(http)) },
        note,
        note is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private Task SendAsync(HttpContext http, DeskForm form, FormField mine, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var theirs = form.Definition.Fields().FirstOrDefault(field => field.Id == mine.Id);
        var frame = parts.Frame(http, form, parts.Words(form).Of(mine), parts.Words(form).Of(theirs ?? mine), theirs is null ? [] : form.ProblemsOf(theirs));
        var askable = form.Definition.Fields().Where(field => field.Id != mine.Id && FieldKinds.Find(field.Type) is { TakesAnswers: true });
        var model = new WrittenField(frame, mine, FieldShape.Of(mine), new ConditionModel(mine.Condition, [.. askable])) { Places = theirs is null ? [] : [.. FieldPlace.Of(form.Definition, mine.Id)], IsGone = theirs is null };
        return parts.SendAsync(http, form, texts["Forms.Field"], new FieldFormView { Model = model }, note, status);
    }
}

internal sealed record WrittenField(PartFrame Frame, FormField Mine, FieldShape Shape, ConditionModel Condition)
{
    /// <summary>Where else it could stand.</summary>
    public required ImmutableArray<FieldPlace> Places { get; init; }

    /// <summary>Has somebody taken it away meanwhile?</summary>
    public bool IsGone { get; init; }
}

internal sealed record NewField(Guid Fieldset, int Column, string Caption);
