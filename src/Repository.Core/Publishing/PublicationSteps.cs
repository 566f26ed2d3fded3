using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Core.Workflow;

namespace Repository.Core.Publishing;

/// <summary>The steps by which the public comes to see an item, or no longer does, shared by all use cases that publish.</summary>
internal static class PublicationSteps
{
    /// <summary>Shows an approved revision in its culture, under the segment it already has there or a free one.</summary>
    public static async Task<Publication> PublishAsync(WriteTurn turn, ContentSchema schema, Item item, ApprovedRevision approved, Publication? current)
    {
        var segment = await SegmentAsync(turn, schema, item, approved.Revision, approved.Culture, current);
        await turn.DecideAsync(item, approved.Culture, approved.Revision.Number, ReviewState.Published);
        return await ShowAsync(turn, item, approved.Revision, approved.Culture, segment, current);
    }

    private static async Task<Publication> ShowAsync(WriteTurn turn, Item item, Revision draft, string culture, string segment, Publication? current)
    {
        if (current is not null && current.Segment != segment) await RememberAsync(turn, item.ParentKey, current);
        var publication = new Publication(item.Key, culture, draft.Number, segment, turn.At);
        await turn.Store.PublishAsync(publication);
        await turn.LogAsync(ChangeKind.Published, item, culture);
        return publication;
    }

    /// <summary>Media are public from the moment they are saved.</summary>
    public static async Task<IReadOnlyList<Publication>> PublishMediaAsync(WriteTurn turn, Item item, Revision draft) =>
        [await ShowAsync(turn, item, draft, ItemContent.Invariant, "", null)];

    public static async Task UnpublishAsync(WriteTurn turn, Item item, IEnumerable<Publication> publications)
    {
        foreach (var publication in publications)
        {
            await WithdrawAsync(turn, item, publication);
            await turn.LogAsync(ChangeKind.Unpublished, item, publication.Culture);
        }
    }

    /// <summary>The public no longer sees it in a culture, and will only after another approval. Whoever comes by its address shall learn that it is gone; that of a restricted item nobody knew.</summary>
    public static async Task WithdrawAsync(WriteTurn turn, Item item, Publication publication)
    {
        if (item.Kind == ItemKind.Document) await turn.DecideAsync(item, publication.Culture, publication.Revision, ReviewState.Withdrawn);
        if (item is { Kind: ItemKind.Document, Restricted: false }) await RememberAsync(turn, item.ParentKey ?? item.TrashedFrom, publication);
        await turn.Store.UnpublishAsync(item.Key, publication.Culture);
    }

    /// <summary>After a move: the addresses below the old parent are remembered, and segments taken below the new one give way.</summary>
    public static async Task<IReadOnlyList<Publication>> RehomeAsync(WriteTurn turn, ContentSchema schema, Item before, Item after, IReadOnlyList<Publication> publications)
    {
        if (before.Kind == ItemKind.Media || before.ParentKey == after.ParentKey) return publications;
        var rehomed = new List<Publication>();
        foreach (var publication in publications)
        {
            await RememberAsync(turn, before.ParentKey, publication);
            var segment = await FreeAsync(turn, schema, after, publication.Culture, publication.Segment);
            rehomed.Add(publication with { Segment = segment });
            if (segment != publication.Segment) await turn.Store.PublishAsync(rehomed[^1]);
        }

        return rehomed;
    }

    private static Task RememberAsync(WriteTurn turn, Guid? parent, Publication publication) =>
        turn.Store.RememberSegmentAsync(new FormerSegment(parent, publication.Culture, publication.Segment, publication.ItemKey, turn.At));

    private static async Task<string> SegmentAsync(WriteTurn turn, ContentSchema schema, Item item, Revision draft, string culture, Publication? current)
    {
        var wanted = UrlSegment.Of(item.Key, draft.Content, culture);
        if (current is not null && await AskedForAsync(turn, item, draft, current) == wanted) return current.Segment;
        return await FreeAsync(turn, schema, item, culture, wanted);
    }

    /// <summary>The segment the published revision asked for, whatever number it was given.</summary>
    private static async Task<string?> AskedForAsync(WriteTurn turn, Item item, Revision draft, Publication current)
    {
        var published = current.Revision == draft.Number ? draft : await turn.Store.RevisionAsync(item.Key, current.Revision);
        return published is null ? null : UrlSegment.Of(item.Key, published.Content, current.Culture);
    }

    private static async Task<string> FreeAsync(WriteTurn turn, ContentSchema schema, Item item, string culture, string wanted)
    {
        var segment = wanted;
        for (var number = 1; await IsTakenAsync(turn, schema, item, culture, segment); number++)
        {
            segment = UrlSegment.Numbered(wanted, number);
        }

        return segment;
    }

    /// <summary>A language's prefix is taken where a path begins: the language would be found there instead of the item.</summary>
    private static async Task<bool> IsTakenAsync(WriteTurn turn, ContentSchema schema, Item item, string culture, string segment)
    {
        if (await turn.Store.SegmentTakenAsync(item.Kind, item.ParentKey, culture, segment, item.Key)) return true;
        if (!schema.Prefixes.Values.Contains(segment)) return false;
        return item.ParentKey is not { } parent || await turn.Store.FindAsync(parent) is { ParentKey: null };
    }
}
