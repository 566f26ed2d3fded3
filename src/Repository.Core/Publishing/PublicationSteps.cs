using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>The steps by which the public comes to see an item, or no longer does, shared by all use cases that publish.</summary>
internal sealed class PublicationSteps(ContentSchema schema)
{
    /// <summary>Shows a revision in a culture, under the segment it already has there or a free one.</summary>
    public async Task<Publication> PublishAsync(WriteTurn turn, Item item, Revision draft, string culture, Publication? current)
    {
        var segment = item.Kind == ItemKind.Media ? "" : await SegmentAsync(turn, item, draft, culture, current).ConfigureAwait(false);
        if (current is not null && current.Segment != segment) await RememberAsync(turn, item.ParentKey, current).ConfigureAwait(false);
        var publication = new Publication(item.Key, culture, draft.Number, segment, turn.At);
        await turn.Store.PublishAsync(publication).ConfigureAwait(false);
        await turn.LogAsync(ChangeKind.Published, item, culture).ConfigureAwait(false);
        return publication;
    }

    /// <summary>Media are public from the moment they are saved.</summary>
    public async Task<IReadOnlyList<Publication>> PublishMediaAsync(WriteTurn turn, Item item, Revision draft) =>
        [await PublishAsync(turn, item, draft, ItemContent.Invariant, null).ConfigureAwait(false)];

    public static async Task UnpublishAsync(WriteTurn turn, Item item, IEnumerable<Publication> publications)
    {
        foreach (var publication in publications)
        {
            await turn.Store.UnpublishAsync(item.Key, publication.Culture).ConfigureAwait(false);
            await turn.LogAsync(ChangeKind.Unpublished, item, publication.Culture).ConfigureAwait(false);
        }
    }

    /// <summary>After a move: the addresses below the old parent are remembered, and segments taken below the new one give way.</summary>
    public async Task<IReadOnlyList<Publication>> RehomeAsync(WriteTurn turn, Item before, Item after, IReadOnlyList<Publication> publications)
    {
        if (before.Kind == ItemKind.Media || before.ParentKey == after.ParentKey) return publications;
        var rehomed = new List<Publication>();
        foreach (var publication in publications)
        {
            await RememberAsync(turn, before.ParentKey, publication).ConfigureAwait(false);
            var segment = await FreeAsync(turn, after, publication.Culture, publication.Segment).ConfigureAwait(false);
            rehomed.Add(publication with { Segment = segment });
            if (segment != publication.Segment) await turn.Store.PublishAsync(rehomed[^1]).ConfigureAwait(false);
        }

        return rehomed;
    }

    private static Task RememberAsync(WriteTurn turn, Guid? parent, Publication publication) =>
        turn.Store.RememberSegmentAsync(new FormerSegment(parent, publication.Culture, publication.Segment, publication.ItemKey, turn.At));

    private async Task<string> SegmentAsync(WriteTurn turn, Item item, Revision draft, string culture, Publication? current)
    {
        var wanted = UrlSegment.Of(item.Key, draft.Content, culture);
        if (current is not null && await AskedForAsync(turn, item, draft, current).ConfigureAwait(false) == wanted) return current.Segment;
        return await FreeAsync(turn, item, culture, wanted).ConfigureAwait(false);
    }

    /// <summary>The segment the published revision asked for, whatever number it was given.</summary>
    private static async Task<string?> AskedForAsync(WriteTurn turn, Item item, Revision draft, Publication current)
    {
        var published = current.Revision == draft.Number ? draft : await turn.Store.RevisionAsync(item.Key, current.Revision).ConfigureAwait(false);
        return published is null ? null : UrlSegment.Of(item.Key, published.Content, current.Culture);
    }

    private async Task<string> FreeAsync(WriteTurn turn, Item item, string culture, string wanted)
    {
        var segment = wanted;
        for (var number = 1; await IsTakenAsync(turn, item, culture, segment).ConfigureAwait(false); number++) segment = UrlSegment.Numbered(wanted, number);
        return segment;
    }

    /// <summary>An item that does not vary answers in every culture, so it competes with the segments of all.</summary>
    private async Task<bool> IsTakenAsync(WriteTurn turn, Item item, string culture, string segment)
    {
        foreach (var rival in Rivals(culture))
        {
            if (await turn.Store.SegmentTakenAsync(item.Kind, item.ParentKey, rival, segment, item.Key).ConfigureAwait(false)) return true;
        }

        return false;
    }

    private IEnumerable<string> Rivals(string culture) =>
        culture.Length == 0 ? schema.Languages.Select(language => language.Tag).Prepend(culture) : [culture, ItemContent.Invariant];
}
