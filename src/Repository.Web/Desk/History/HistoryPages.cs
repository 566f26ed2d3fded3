using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Reviewing;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.History;

/// <summary><c>/desk/content/{key}/history</c>: who did what to an item, when and why; any two revisions compared; an older one made the newest again.</summary>
internal sealed class HistoryPages(
    DeskItems items, PeopleNames people, ContentEditing editing, IContentStore store, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    private const int MostLines = 300;

    /// <summary>What revisions and decisions do not tell by themselves.</summary>
    private static readonly ChangeKind[] Told = [ChangeKind.Moved, ChangeKind.Trashed, ChangeKind.Restored, ChangeKind.Restricted, ChangeKind.Scheduled];

    public async Task OpenAsync(HttpContext http)
    {
        if (await items.FindAsync(http) is not { } item) return;
        await SendAsync(http, item, http.Request.Query["done"] == "restore" ? new DeskNote(texts["History.Restored"]) : null);
    }

    /// <summary>The older revision is saved as a new one: nothing is lost, and it goes the way of every draft.</summary>
    public async Task RestoreAsync(HttpContext http)
    {
        if (await items.FindAsync(http) is not { } item) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var old = Number(form["revision"]) is { } number ? await store.ReadAsync(reader => reader.RevisionAsync(item.Key, number), http.RequestAborted) : null;
        if (old is null)
        {
            await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
            return;
        }

        var version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        switch (await editing.SaveAsync(new Seen(item.Key, version, http.Person), old.Content, http.RequestAborted))
        {
            case WriteResult.Done:
                DeskServing.Lead(http, $"{DeskAddress.Of(item.Key)}/history?done=restore");
                break;
            case WriteResult.Invalid invalid:
                await SendAsync(http, item, new DeskNote(string.Join(' ', invalid.Problems.Select(problem => problem.Message).Distinct()), IsBad: true), StatusCodes.Status422UnprocessableEntity);
                break;
            case WriteResult.Forbidden forbidden:
                await SendAsync(http, item, new DeskNote(forbidden.Message, IsBad: true), StatusCodes.Status403Forbidden);
                break;
            default:
                await SendAsync(http, item, new DeskNote(texts["Review.Stale"], IsBad: true), StatusCodes.Status409Conflict);
                break;
        }
    }

    private async Task SendAsync(HttpContext http, DeskItem item, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var names = await people.OfAsync(http);
        var (revisions, changes) = await store.ReadAsync(
            async reader => (await reader.RevisionLinesAsync(item.Key), await reader.ChangesAsync(new ChangeQuery(MostLines) { Key = item.Key })), http.RequestAborted);
        var pair = Pair(http, item, revisions);
        var model = new HistoryModel(item, Entries(item, revisions, changes, names), [.. revisions], antiforgery.GetAndStoreTokens(http).RequestToken ?? "")
        {
            Languages = [.. item.Cultures.Select(culture => (culture, culture.Length == 0 ? texts["Review.NoLanguage"] : items.LanguageName(culture)))],
            Pair = pair,
            Difference = pair is null ? null : await items.CompareAsync(item, pair.From, pair.To, pair.Culture, http.RequestAborted),
            MayRestore = !item.Item.Trashed && item.May(http.Person, Act.Write),
        };
        await serving.SendAsync(
            http, new DeskPage(texts["History.Title", item.Name], new HistoryView { Model = model }) { Crumbs = DeskItems.Crumbs(item, withItself: true), IsWide = true, Note = note }, status);
    }

    /// <summary>Those that are asked for; otherwise the newest and the one before.</summary>
    private static RevisionPair? Pair(HttpContext http, DeskItem item, IReadOnlyList<RevisionLine> revisions)
    {
        if (revisions.Count < 2) return null;
        var query = http.Request.Query;
        var (one, other) = (Known(query["from"]) ?? revisions[1].Number, Known(query["to"]) ?? revisions[0].Number);
        var culture = item.Cultures.FirstOrDefault(known => known == query["culture"]) ?? item.Cultures[0];
        return new RevisionPair(Math.Min(one, other), Math.Max(one, other), culture);

        int? Known(string? number) => Number(number) is { } asked && revisions.Any(revision => revision.Number == asked) ? asked : null;
    }

    private ImmutableArray<HistoryEntry> Entries(DeskItem item, IEnumerable<RevisionLine> revisions, IEnumerable<Change> changes, DeskPeople names)
    {
        var saved = revisions.Select(revision => (Order: 0, Entry: (HistoryEntry)new HistoryEntry.Saved(revision, names.Name(revision.By))));

        // That a revision made a draft of it, the revision says.
        var decided = item.Trail.Reviews.Index().Where(review => review.Item.State != ReviewState.Draft)
            .Select(review => (Order: review.Index + 1, Entry: (HistoryEntry)new HistoryEntry.Decided(review.Item, Language(review.Item.Culture), names.Name(review.Item.By))));
        var changed = changes.Where(change => Told.Contains(change.Kind)).Select(change => (Order: 0, Entry: (HistoryEntry)new HistoryEntry.Changed(change, Language(change.Culture), names.Name(change.By))));
        return [.. saved.Concat(decided).Concat(changed).OrderByDescending(entry => entry.Entry.At).ThenByDescending(entry => entry.Order).Select(entry => entry.Entry)];
    }

    private string Language(string culture) => culture.Length == 0 ? "" : items.LanguageName(culture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
