using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Tree;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Queues;

/// <summary><c>/desk</c>: what waits for the person who has just come in, and what the repository as a whole still lacks.</summary>
internal sealed class WorkPage(DraftReaders readers, IProposedItems proposed, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            // Whoever only evaluates has all that waits for them in one place.
            if (Permissions.MaySomewhere(http.Person, Act.Evaluate))
            {
                DeskServing.Lead(http, DeskAddress.Calls);
                return;
            }

            await serving.SendAsync(http, new DeskPage(texts["Work.Title", http.Person.Name], new NoWorkView { Model = "Work.NoGrants" }));
            return;
        }

        await serving.SendAsync(http, new DeskPage(texts["Work.Title", http.Person.Name], new WorkView { Model = new WorkModel(Own(reader, await proposed.AllAsync(http.RequestAborted)), Common(reader)) }) { IsWide = true });
    }

    private static ImmutableArray<WorkQueue> Own(DraftReader reader, ImmutableArray<ProposedItem> proposals)
    {
        var mine = reader.Catalogue.All.Where(entry => entry.Item.Kind == ItemKind.Document && (entry.ChangedBy == reader.Person.By || entry.Item.CreatedBy == reader.Person.By)).ToList();
        var recent = ContentList.RecentOf(reader);
        return
        [
            .. Permissions.MaySomewhere(reader.Person, Act.Review)
                ? [WorkQueue.Of("review", reader.Catalogue.All.Where(entry => Stands(entry, ReviewState.InReview) && reader.May(Act.Review, entry)).OrderBy(Since), DeskAddress.Review, entry => DeskTime.Text(Since(entry)))]
                : ImmutableArray<WorkQueue>.Empty,
            WorkQueue.Of("proposals", Waiting(reader, proposals), $"{DeskAddress.Content}?in=root&type=practice&owner={Author.House}", entry => DeskTime.Text(entry.Item.CreatedAt)),
            WorkQueue.Of("returned", mine.Where(entry => Stands(entry, ReviewState.ChangesRequested)).OrderByDescending(Since), $"{DeskAddress.Content}?in=root&state=changesRequested", entry => DeskTime.Text(Since(entry))),
            WorkQueue.Of("drafts", mine.Where(entry => entry.State != DraftState.Published).OrderByDescending(entry => entry.ChangedAt), $"{DeskAddress.Content}?in=root&owner={reader.Person.By}", entry => DeskTime.Text(entry.ChangedAt)),
            WorkQueue.Of("recent", recent.Take(5), null, entry => DeskTime.Text(entry.ChangedAt)),
        ];
    }

    /// <summary>Drafts that were made of proposals and that the public has not seen yet, those that wait longest first.</summary>
    private static IEnumerable<DraftEntry> Waiting(DraftReader reader, ImmutableArray<ProposedItem> proposals) => proposals
        .Select(proposal => reader.Catalogue.Find(proposal.Item)).OfType<DraftEntry>()
        .Where(entry => !entry.Item.Trashed && entry.State == DraftState.Draft && reader.May(Act.Write, entry)).OrderBy(entry => entry.Item.CreatedAt);

    private static bool Stands(DraftEntry entry, ReviewState state) => entry.Cultures.Any(culture => culture.Standing == state);

    /// <summary>When the last decision about it was made.</summary>
    private static DateTimeOffset Since(DraftEntry entry) => entry.Cultures.Max(culture => culture.Review?.At ?? culture.WrittenAt);

    private ImmutableArray<WorkQueue> Common(DraftReader reader)
    {
        var all = reader.Catalogue.All.ToList();
        var today = DeskTime.Day(reader.Now);
        return
        [
            WorkQueue.Of("due", all.Where(entry => entry.ReviewOn <= today).OrderBy(entry => entry.ReviewOn), $"{DeskAddress.Calendar}?due=1", entry => DeskTime.Text(entry.ReviewOn!.Value)),
            WorkQueue.Of("practices", all.Where(entry => entry.Item.Type == "practice" && entry.Unfilled > 0).OrderBy(entry => entry.Unfilled), $"{DeskAddress.Content}?in=root&type=practice&lacks=mandatory", entry => CountedText.Of(texts, "Lacks.Fields", entry.Unfilled)),
            WorkQueue.Of("altText", all.Where(entry => entry.Lacks.HasFlag(DraftLacks.AltText)).OrderBy(entry => entry.Name, StringComparer.CurrentCulture), $"{DeskAddress.Media}?lacks=altText"),
            WorkQueue.Of("transcript", all.Where(entry => entry.Lacks.HasFlag(DraftLacks.Transcript)).OrderBy(entry => entry.Name, StringComparer.CurrentCulture), $"{DeskAddress.Content}?in=root&lacks=transcript", reader.TypeName),
            .. Permissions.MaySomewhere(reader.Person, Act.Translate)
                ? [WorkQueue.Of("behind", all.Where(entry => entry.Cultures.Any(culture => culture.IsBehind)).OrderByDescending(entry => entry.ChangedAt), $"{DeskAddress.Translations}?what=behind", entry => DeskTime.Text(entry.ChangedAt))]
                : ImmutableArray<WorkQueue>.Empty,
        ];
    }
}

internal sealed record WorkModel(ImmutableArray<WorkQueue> Own, ImmutableArray<WorkQueue> Common);
