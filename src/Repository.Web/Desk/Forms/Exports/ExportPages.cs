using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;

namespace Repository.Web.Desk.Forms.Exports;

/// <summary><c>/desk/forms/{form}/export</c>: entries as a file, with the codebook that says what each column holds. Who took them stands in the trail before the first byte goes.</summary>
internal sealed class ExportPages(DeskForms forms, ListPages list, IEntryStore entries, EntryTrail trail, DeskServing serving, TimeProvider clock)
{
    /// <summary>What nobody has sent, and what is erased, is in no export.</summary>
    private static readonly ImmutableArray<EntryState> Exported =
    [
        EntryState.Received, EntryState.InProgress, EntryState.Settled, EntryState.Dismissed, EntryState.Quarantined,
        .. ApplicationStates.All.Where(state => state != EntryState.Draft),
    ];

    public async Task ShowAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.ExportEntries) is not { } form) return;
        var sheet = new EntrySheet(form.Definition.Alias, new EntryExport(await entries.VersionsAsync(form.Key, http.RequestAborted)), AsyncEnumerable.Empty<FormEntry>());
        var model = new ExportModel(form, serving.Token(http), await CountsAsync(form, http.RequestAborted), sheet, Permissions.May(http.Person, Act.BuildForms, []));
        await serving.SendAsync(http, new DeskPage(form.Definition.Name, new ExportView { Model = model }) { Crumbs = [list.Crumb], IsWide = true });
    }

    public async Task SendAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.ExportEntries) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var states = Exported.Where(state => sent["state"].Contains(state.Word)).ToList();
        var sheet = new EntrySheet(form.Definition.Alias, new EntryExport(await entries.VersionsAsync(form.Key, http.RequestAborted)), entries.ReadAsync(form.Key, states, http.RequestAborted));
        if (sent.Text("format") == "codebook")
        {
            Name(http, $"{form.Definition.Alias}-codigos.csv", "text/csv; charset=utf-8");
            await http.Response.Body.WriteAsync(CsvEntries.Codebook(sheet), http.RequestAborted);
            return;
        }

        IEntryFormat format = sent.Text("format") switch
        {
            "xlsx" => new XlsxEntries(),
            "json" => new JsonEntries(),
            _ => new CsvEntries(sent.Ticked("mark")),
        };
        var what = $"{format.Name.ToUpperInvariant()} · {string.Join(", ", states.Select(state => state.Word))}";
        await trail.TellAsync(http, AccessAct.Exported, form.Key, null, what);
        Name(http, $"{form.Definition.Alias}-{DeskTime.Local(clock.GetUtcNow()):yyyy-MM-dd}.{format.Name}", format.MediaType);
        await format.WriteAsync(http.Response.Body, sheet, http.RequestAborted);
    }

    private async Task<ImmutableArray<(EntryState State, long Count)>> CountsAsync(DeskForm form, CancellationToken cancellation)
    {
        var counts = await entries.CountsAsync(form.Key, cancellation);
        return [.. Exported.Where(state => counts.ContainsKey(state.Word)).Select(state => (state, counts[state.Word]))];
    }

    private static void Name(HttpContext http, string name, string mediaType)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = mediaType;
    }
}

internal sealed record ExportModel(DeskForm Form, string Token, ImmutableArray<(EntryState State, long Count)> Counts, EntrySheet Sheet, bool MayBuild)
{
    public FormTabs Tabs => new(Form, "export", MayBuild, MayRead: true);
}
