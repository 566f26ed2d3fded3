using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Core.Outreach;

/// <summary>What an item lacks, in whole Spanish sentences.</summary>
public sealed record AccessibilityGap(Guid Key, string Name, ImmutableArray<string> Lacks);

/// <summary>Finds the files and materials that were there before the rules were, or that are not public yet, and what each of them lacks.</summary>
public sealed class AccessibilityGaps(IContentStore store, ContentValidation validation)
{
    private const string Credit = "credit";

    private readonly PublicationCheck _check = new(validation);

    public Task<IReadOnlyList<AccessibilityGap>> FindAsync(CancellationToken cancellation) => store.ReadAsync(FindAsync, cancellation);

    private async Task<IReadOnlyList<AccessibilityGap>> FindAsync(IContentReader reader)
    {
        var gaps = new List<AccessibilityGap>();
        await foreach (var record in reader.RecordsAsync(new ItemSelection(Drafts: true)))
        {
            if (record.Item is not { Kind: ItemKind.Media } and not { Type: MaterialAccessibility.MaterialType }) continue;
            if (await reader.RevisionAsync(record.Item.Key, record.Item.Revision) is not { } draft) continue;
            var reading = validation.Read(validation.TypeOf(record.Item), draft.Content);
            var lacks = (await _check.RuleProblemsAsync(reader, reading)).Concat(WithoutCredit(reading)).Select(problem => problem.Message).Distinct().ToImmutableArray();
            if (!lacks.IsEmpty) gaps.Add(new AccessibilityGap(record.Item.Key, draft.Content.Names.Values.FirstOrDefault() ?? "", lacks));
        }

        return gaps;
    }

    private static IEnumerable<ValueProblem> WithoutCredit(ItemReading reading) =>
        reading.Missing(Credit, ItemContent.Invariant) is { } missing && reading.Content.Value(MediaProperties.File) is not null ? [missing with { Message = "Escribe el crédito." }] : [];
}
