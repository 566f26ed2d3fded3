using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>A page of a form and a group of questions, each on a page of its own at the desk.</summary>
internal sealed class GroupPages(PartServing parts, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public async Task ShowPageAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
        if (PageOf(http, form) is { } page) await SendPageAsync(http, form, page, form.Definition.Pages[page], null);
        else await serving.LoseAsync(http);
    }

    public async Task SavePageAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (PageOf(http, form) is not { } page)
        {
            await serving.LoseAsync(http);
            return;
        }

        var mine = form.Definition.Pages[page] with { Caption = sent.Text("caption"), Condition = sent.Condition() };
        if (await parts.SaveAsync(http, form, sent, form.Definition.ChangePage(page, _ => mine))) PartServing.Leave(http, form, $"page-{page}");
        else await SendPageAsync(http, await parts.NowAsync(http, form), page, mine, parts.Stale, StatusCodes.Status409Conflict);
    }

    public async Task ShowFieldsetAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
        if (FieldsetOf(http, form) is { } fieldset) await SendFieldsetAsync(http, form, fieldset, null);
        else await serving.LoseAsync(http);
    }

    public async Task SaveFieldsetAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (FieldsetOf(http, form) is not { } fieldset)
        {
            await serving.LoseAsync(http);
            return;
        }

        var mine = fieldset with { Caption = sent.Text("caption"), Condition = sent.Condition(), Columns = sent.Columns(fieldset.Columns) };
        if (await parts.SaveAsync(http, form, sent, form.Definition.ChangeFieldset(fieldset.Id, _ => mine))) PartServing.Leave(http, form, $"set-{fieldset.Id:n}");
        else await SendFieldsetAsync(http, await parts.NowAsync(http, form), mine, parts.Stale, StatusCodes.Status409Conflict);
    }

    private static int? PageOf(HttpContext http, DeskForm form) => int.Parse((string)http.Request.RouteValues["page"]!, CultureInfo.InvariantCulture) - 1 is var page and >= 0 && page < form.Definition.Pages.Length ? page : null;

    private static Fieldset? FieldsetOf(HttpContext http, DeskForm form) => Guid.Parse((string)http.Request.RouteValues["fieldset"]!) is var key ? form.Definition.Fieldsets().FirstOrDefault(fieldset => fieldset.Id == key) : null;

    private Task SendPageAsync(HttpContext http, DeskForm form, int page, FormPage mine, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var theirs = page < form.Definition.Pages.Length ? form.Definition.Pages[page] : mine;
        var frame = parts.Frame(http, form, parts.Words(form).Of(mine), parts.Words(form).Of(theirs), form.ProblemsOf(theirs));
        var model = new WrittenPart(frame, FormAddress.Page(form.Key, page), mine.Caption, [], $"removePage:{page}", new ConditionModel(mine.Condition, [.. form.Definition.Fields()]));
        return parts.SendAsync(http, form, texts["Forms.Page", page + 1], new FormPartView { Model = model }, note, status);
    }

    private Task SendFieldsetAsync(HttpContext http, DeskForm form, Fieldset mine, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var theirs = form.Definition.Fieldsets().FirstOrDefault(fieldset => fieldset.Id == mine.Id) ?? mine;
        var frame = parts.Frame(http, form, parts.Words(form).Of(mine), parts.Words(form).Of(theirs), form.ProblemsOf(theirs));
        var model = new WrittenPart(frame, FormAddress.Fieldset(form.Key, mine.Id), mine.Caption, mine.Columns, $"removeFieldset:{mine.Id:d}", new ConditionModel(mine.Condition, [.. form.Definition.Fields()])) { Fieldset = mine.Id };
        return parts.SendAsync(http, form, texts["Forms.Fieldset"], new FormPartView { Model = model }, note, status);
    }
}

internal sealed record WrittenPart(PartFrame Frame, string Action, string Caption, ImmutableArray<FieldColumn> Columns, string Removal, ConditionModel Condition)
{
    public Guid? Fieldset { get; init; }
}
