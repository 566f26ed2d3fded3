using Repository.Core.Content;

namespace Repository.Core.Workflow;

/// <summary>Talking about a draft: comments on its fields, answers, and saying that one is settled. None of it changes the item, so nobody's view of it grows old.</summary>
public sealed class Commenting(ContentWriter writer, ContentValidation validation)
{
    public const int MaxLength = 4000;

    /// <summary>Whoever takes part in the making of a text may talk about it.</summary>
    private static readonly Act[] Talking = [Act.Review, Act.Write, Act.Translate];

    public Task<WriteResult> WriteAsync(NewComment comment, CancellationToken cancellation) =>
        writer.WriteAsync(comment.By, turn => WriteAsync(turn, comment), cancellation);

    /// <summary>Settles a conversation, or opens it again.</summary>
    public Task<WriteResult> ResolveAsync(Guid item, Guid comment, bool resolved, Author by, CancellationToken cancellation) =>
        writer.WriteAsync(by, turn => ResolveAsync(turn, item, comment, resolved), cancellation);

    private async Task<WriteResult> WriteAsync(WriteTurn turn, NewComment wanted)
    {
        if (await turn.Store.FindAsync(wanted.ItemKey) is not { } item) return new WriteResult.Missing(wanted.ItemKey);
        if (await turn.RefuseAsync(item.Kind, item, Talking) is { } forbidden) return forbidden;
        if (TextRefusal(wanted.Text.Trim()) is { } refusal) return new WriteResult.Invalid("text", refusal);
        if (!IsField(item, wanted.Property) || !IsCulture(wanted.Culture)) return new WriteResult.Invalid("", Refusals.NoSuchField);
        if (wanted.Key is { } known && await FindAsync(turn, item.Key, known) is not null) return new WriteResult.Done(0, known, item.Version);
        var top = wanted.Answers is { } answered ? await FindAsync(turn, item.Key, answered) : null;
        if (wanted.Answers is { } missing && top is null) return new WriteResult.Missing(missing);

        // An answer to an answer belongs to the same conversation.
        var comment = new Comment(wanted.Key ?? Guid.CreateVersion7(turn.At), item.Key, wanted.Culture, wanted.Property, item.Revision, top is null ? null : top.Answers ?? top.Key, turn.At, turn.By, wanted.Text.Trim());
        await turn.Store.AddCommentAsync(comment);
        return new WriteResult.Done(0, comment.Key, item.Version);
    }

    private static async Task<WriteResult> ResolveAsync(WriteTurn turn, Guid itemKey, Guid key, bool resolved)
    {
        if (await turn.Store.FindAsync(itemKey) is not { } item || await FindAsync(turn, itemKey, key) is not { } comment) return new WriteResult.Missing(key);
        if (await turn.RefuseAsync(item.Kind, item, Talking) is { } forbidden) return forbidden;
        if (resolved == comment.ResolvedAt is not null) return new WriteResult.Done(0, key, item.Version);
        await turn.Store.UpdateAsync(comment with { ResolvedAt = resolved ? turn.At : null, ResolvedBy = resolved ? turn.By : "" });
        return new WriteResult.Done(0, key, item.Version);
    }

    private static async Task<Comment?> FindAsync(WriteTurn turn, Guid item, Guid key) => (await turn.Store.CommentsAsync(item)).FirstOrDefault(comment => comment.Key == key);

    private bool IsField(Item item, string property) => property is "" or "name" || validation.TypeOf(item).Property(property) is not null;

    private bool IsCulture(string culture) => culture.Length == 0 || validation.Schema.KnownTag(culture) == culture;

    private static string? TextRefusal(string text) => text switch
    {
        "" => Refusals.CommentMissing,
        { Length: > MaxLength } => Refusals.CommentTooLong,
        _ when ContentValidation.IsBroken(text) => Refusals.BrokenText,
        _ => null,
    };
}
