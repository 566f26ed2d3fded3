using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>What is watched over all forms: what looks like abuse and waits for somebody to look, and who read what people sent.</summary>
internal sealed class WatchPages(DeskForms forms, ListPages list, IEntryStore entries, IEntryAccess accesses, PeopleNames people, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    private const int AtOnce = 100;

    public async Task ShowQuarantineAsync(HttpContext http)
    {
        if (!await MayAsync(http, Act.ReadEntries)) return;
        var rows = new List<QuarantineRow>();
        foreach (var form in await forms.AllAsync(http.RequestAborted))
        {
            var held = await entries.PageAsync(new EntryQuery(form.Key, EntryState.Quarantined, null, AtOnce), http.RequestAborted);
            if (held.Length > 0) rows.Add(new QuarantineRow(form, held, (await entries.CountsAsync(form.Key, http.RequestAborted)).GetValueOrDefault(EntryState.Quarantined.Word)));
        }

        await serving.SendAsync(http, new DeskPage(texts["Quarantine.Title"], new QuarantineView { Model = [.. rows] }) { Crumbs = [list.Crumb], IsWide = true });
    }

    public async Task ShowAccessesAsync(HttpContext http)
    {
        if (!await MayAsync(http, Act.ManageSettings)) return;
        Guid? form = Guid.TryParse(http.Request.Query["form"], out var key) ? key : null;
        DateTimeOffset? before = long.TryParse(http.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        var lines = await accesses.PageAsync(new AccessQuery(AtOnce) { Form = form, Before = before }, http.RequestAborted);
        var model = new AccessModel(lines, await forms.AllAsync(http.RequestAborted), form, await people.OfAsync(http))
        {
            Older = lines.Length < AtOnce ? null : FormattableString.Invariant($"{FormAddress.Accesses}?form={form}&before={lines[^1].At.UtcTicks}"),
        };
        await serving.SendAsync(http, new DeskPage(texts["Access.Title"], new AccessView { Model = model }) { Crumbs = [new DeskCrumb(texts["Desk.Audit"], DeskAddress.Audit)], IsWide = true });
    }

    private async Task<bool> MayAsync(HttpContext http, Act act)
    {
        if (Permissions.May(http.Person, act, [])) return true;
        await serving.ForbidAsync(http);
        return false;
    }
}

internal sealed record QuarantineRow(DeskForm Form, ImmutableArray<FormEntry> Entries, long All);

internal sealed record AccessModel(ImmutableArray<EntryAccess> Lines, ImmutableArray<DeskForm> Forms, Guid? Form, DeskPeople People)
{
    public string? Older { get; init; }

    public string NameOf(Guid form) => Forms.FirstOrDefault(known => known.Key == form)?.Definition.Name ?? form.ToString("d");
}
