using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>Writing content: new items, new revisions, copies, and who may see an item at all.</summary>
public sealed class ContentEditing(ContentWriter writer, ContentValidation validation)
{
    private readonly DraftSteps _drafts = new(validation);
    private readonly PublicationCheck _check = new(validation);
    private readonly CopySteps _copies = new(validation);

    /// <summary>Creates an item as a draft; a media item is public at once.</summary>
    public Task<WriteResult> CreateAsync(NewItem item, CancellationToken cancellation) =>
        writer.WriteAsync(item.By, turn => CreateAsync(turn, item), cancellation);

    /// <summary>Saves the whole content as a new revision. Content that is the same makes none and changes nothing.</summary>
    public Task<WriteResult> SaveAsync(Seen seen, ItemContent content, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, [Act.Write, Act.Translate], content, (turn, item) => SaveAsync(turn, item, content), cancellation);

    /// <summary>Copies the draft last below a parent (null: at the root), alone or with everything below it. Pointers inside the copied part lead to the copies.</summary>
    public Task<WriteResult> CopyAsync(Seen seen, Guid? parent, bool deep, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, Act.Read, (turn, item) => CopyAsync(turn, item, parent, deep), cancellation);

    /// <summary>Hides an item and everything below it from anonymous visitors, or shows it again. A restricted file is shown by whoever may bring files: it is what a draft is among documents.</summary>
    public Task<WriteResult> RestrictAsync(Seen seen, bool restricted, CancellationToken cancellation) =>
        writer.ChangeAsync(seen, restricted ? [Act.Restrict] : [Act.Restrict, Act.Write], null, (turn, item) => RestrictAsync(turn, item, restricted), cancellation);

    private async Task<WriteResult> CreateAsync(WriteTurn turn, NewItem wanted)
    {
        if (await RefuseNewAsync(turn, wanted) is { } forbidden) return forbidden;
        var key = wanted.Key ?? Guid.CreateVersion7(turn.At);
        if (await turn.Store.FindAsync(key) is not null) return new WriteResult.Invalid("", Refusals.AlreadyThere);
        if (Placement.TypeOf(validation.Schema, wanted.Kind, wanted.Type) is not { } type) return new WriteResult.Invalid("", Placement.TypeRefusal(validation.Schema, wanted.Type));
        var (_, refusal) = await FindPlaceAsync(turn, type, wanted.Parent, height: 1);
        if (refusal is not null) return new WriteResult.Invalid("", refusal);

        var reading = validation.Read(type, wanted.Content);
        if (await _check.RefuseDraftAsync(turn, (wanted.Kind, wanted.Restricted), reading) is { } refused) return refused;

        var siblings = await turn.Store.ChildrenAsync(wanted.Kind, wanted.Parent);
        var item = new Item
        {
            Key = key,
            Kind = wanted.Kind,
            Type = type.Alias,
            ParentKey = wanted.Parent,
            SortOrder = Placement.LastPlace(siblings),
            CreatedAt = turn.At,
            CreatedBy = turn.By,
            Restricted = wanted.Restricted,
        };
        var first = await DraftSteps.InsertAsync(turn, item, reading);
        await FinishAsync(turn, item, first, reading);
        return turn.Done(item);
    }

    private static async Task<WriteResult?> RefuseNewAsync(WriteTurn turn, NewItem wanted)
    {
        if (turn.Person is null) return null;
        var parent = wanted.Parent is { } key ? await turn.Store.FindAsync(key) : null;
        if (await turn.RefuseAsync(wanted.Kind, parent, Act.Write) is { } forbidden) return forbidden;

        // Among media a restricted file is what a draft is among documents.
        return wanted is { Restricted: true, Kind: ItemKind.Document } ? await turn.RefuseAsync(wanted.Kind, parent, Act.Restrict) : null;
    }

    private async Task<WriteResult> SaveAsync(WriteTurn turn, Item item, ItemContent content)
    {
        if (item.Trashed) return new WriteResult.Invalid("", Refusals.InBin);
        var reading = validation.Read(validation.TypeOf(item), content);
        if (await _check.RefuseDraftAsync(turn, (item.Kind, item.Restricted), reading) is { } refused) return refused;
        var current = await turn.DraftAsync(item);
        if (reading.Content.Equals(current.Content)) return turn.Done(item);
        if (await RefuseOriginalAsync(turn, item, current.Content, reading.Content) is { } forbidden) return forbidden;

        var (revised, draft) = await DraftSteps.ReviseAsync(turn, item, current, reading);
        var saved = await turn.UpdateAsync(revised);
        await FinishAsync(turn, saved, draft, reading);
        return turn.Done(saved);
    }

    /// <summary>Whoever only translates leaves alone what is translated from.</summary>
    private async Task<WriteResult?> RefuseOriginalAsync(WriteTurn turn, Item item, ItemContent before, ItemContent after)
    {
        var original = validation.Schema.DefaultLanguage.Tag;
        if (DraftSteps.ChangedCultures(before, after).All(culture => culture.Length > 0 && culture != original)) return null;
        return await turn.RefuseAsync(item.Kind, item, Act.Write) is null ? null : new WriteResult.Forbidden(Refusals.OnlyTranslates);
    }

    private async Task FinishAsync(WriteTurn turn, Item item, Revision draft, ItemReading reading)
    {
        var publications = item.Kind == ItemKind.Media
            ? await PublicationSteps.PublishMediaAsync(turn, item, draft)
            : await turn.Store.PublicationsAsync(item.Key);
        await _drafts.RenewReferencesAsync(turn, item, reading, publications);
    }

    private async Task<WriteResult> CopyAsync(WriteTurn turn, Item item, Guid? wanted, bool deep)
    {
        if (item.Trashed) return new WriteResult.Invalid("", Refusals.InBin);
        var target = wanted is { } key ? await turn.Store.FindAsync(key) : null;
        if (await turn.RefuseAsync(item.Kind, target, Act.Write) is { } forbidden) return forbidden;
        var (parent, refusal) = await FindPlaceAsync(turn, validation.TypeOf(item), wanted, deep ? Placement.Height(item, await turn.Store.DescendantsAsync(item.Key)) : 1);
        if (refusal is not null) return new WriteResult.Invalid("", refusal);
        return turn.Done(await _copies.CopyAsync(turn, item, parent, deep));
    }

    private async Task<(Item? Parent, string? Refusal)> FindPlaceAsync(WriteTurn turn, ContentType type, Guid? wanted, int height)
    {
        var parent = wanted is { } key ? await turn.Store.FindAsync(key) : null;
        if (wanted is not null && parent is null) return (null, Refusals.ParentMissing);
        if (Placement.Refusal(validation.Schema, type, parent) is { } refusal) return (parent, refusal);
        var above = parent is null ? 0 : (await turn.Store.AncestorsAsync(parent.Key)).Count + 1;
        return (parent, above + height > ItemDepth.Limit ? Refusals.TooDeep : null);
    }

    private async Task<WriteResult> RestrictAsync(WriteTurn turn, Item item, bool restricted)
    {
        if (item is { Kind: ItemKind.Document } && await turn.RefuseAsync(item.Kind, item, Act.Restrict) is { } forbidden) return forbidden;
        if (item.Restricted == restricted) return turn.Done(item);
        if (!restricted && item is { Kind: ItemKind.Media, Trashed: false })
        {
            var reading = validation.Read(validation.TypeOf(item), (await turn.DraftAsync(item)).Content);
            if (await _check.RefuseDraftAsync(turn, (item.Kind, restricted), reading) is { } refused) return refused;
        }

        var updated = await turn.UpdateAsync(item with { Restricted = restricted });
        await turn.LogAsync(ChangeKind.Restricted, updated);
        return turn.Done(updated);
    }
}
