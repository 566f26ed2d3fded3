using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>The settings of a form, on a page of their own.</summary>
internal sealed class FormSettingsPages(PartServing parts, PageChoice pages, IStringLocalizer<DeskTexts> texts)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is { } form) await SendAsync(http, form, form.Definition, parts.Saved(http));
    }

    public async Task SaveAsync(HttpContext http)
    {
        if (await parts.OpenAsync(http) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = sent.Text("page");
        var mine = sent.Settings(form.Definition) with { GoToPageOnSubmit = pages.Find(typed) ?? form.Definition.GoToPageOnSubmit };
        if (typed.Length == 0) mine = mine with { GoToPageOnSubmit = null };
        else if (pages.Find(typed) is null)
        {
            await SendAsync(http, form, mine, new DeskNote(texts["Forms.Settings.page.Missing"], IsBad: true), StatusCodes.Status422UnprocessableEntity, typed);
            return;
        }

        if (await parts.SaveAsync(http, form, sent, mine)) DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}/settings?done=saved");
        else await SendAsync(http, await parts.NowAsync(http, form), mine, parts.Stale, StatusCodes.Status409Conflict);
    }

    private Task SendAsync(HttpContext http, DeskForm form, FormDefinition mine, DeskNote? note, int status = StatusCodes.Status200OK, string? page = null)
    {
        // Beside what nobody else wrote stands nothing.
        var theirs = status == StatusCodes.Status409Conflict ? form.Definition : mine;
        var words = parts.Words(form);
        var frame = parts.Frame(http, form, words.Of(mine, pages.AddressOf(mine.GoToPageOnSubmit)), words.Of(theirs, pages.AddressOf(theirs.GoToPageOnSubmit)), form.OwnProblems);
        var model = new SettingsModel(frame, mine, Permissions.May(http.Person, Act.ReadEntries, [])) { Page = page ?? pages.AddressOf(mine.GoToPageOnSubmit), Pages = pages.Offered };
        return parts.SendAsync(http, form, texts["Forms.Tab.settings"], new FormSettingsView { Model = model }, note, status);
    }
}

internal sealed record SettingsModel(PartFrame Frame, FormDefinition Mine, bool MayRead)
{
    /// <summary>Where whoever has sent it is led, as it is typed.</summary>
    public required string Page { get; init; }

    public required ImmutableArray<OfferedPage> Pages { get; init; }
}
