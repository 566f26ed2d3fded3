using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>Says of content that is still being written what is wrong with it and what it lacks to be shown to the public. Changes nothing.</summary>
public sealed class DraftCheck(IContentStore store, ContentValidation validation)
{
    private readonly PublicationCheck _check = new(validation);

    public Task<CheckedDraft> CheckAsync(ContentType type, ItemContent content, CancellationToken cancellation) => store.ReadAsync(
        async reader =>
        {
            var reading = validation.Read(type, content);
            var all = await _check.ContentProblemsAsync(reader, reading, [.. content.Cultures]);
            return new CheckedDraft(reading, [.. all.Where(problem => !reading.Problems.Contains(problem))]);
        },
        cancellation);
}

/// <param name="Reading">With what cannot be saved as it is.</param>
/// <param name="Lacking">What can be saved, and stands in the way of showing it to the public.</param>
public sealed record CheckedDraft(ItemReading Reading, ImmutableArray<ValueProblem> Lacking);
