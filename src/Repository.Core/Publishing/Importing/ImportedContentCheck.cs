using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Core.Publishing.Importing;

/// <summary>Checks what imported items point to and whether those that shall be public may be.</summary>
internal sealed class ImportedContentCheck(ContentValidation validation, ImportPlan plan, ImportProblems problems)
{
    private readonly HashSet<Guid> _doomed = [.. plan.Doomed.Select(item => item.Key)];
    private readonly Dictionary<Guid, string?> _termKeys = [];

    public async Task CheckAsync(IContentReader store)
    {
        foreach (var candidate in plan.Candidates)
        {
            if (candidate.Reading.Type.Key == Guid.Empty) continue;
            Settle(candidate);
            CheckReferences(candidate);
            CheckSchedules(candidate);
            if (candidate.Published is { Length: > 0 } cultures) await CheckPublicAsync(store, candidate, cultures).ConfigureAwait(false);
        }
    }

    /// <summary>Which cultures shall be public: what the file says; for media always; for what is in the bin never.</summary>
    private void Settle(Candidate candidate)
    {
        if (candidate.File.Trashed) candidate.Published = [];
        else if (candidate.File.Kind == ItemKind.Media) candidate.Published = [ItemContent.Invariant];
        else if (candidate.File.Published is { Count: 0 }) candidate.Published = [];
        else if (candidate.File.Published is { } told)
        {
            var (cultures, refused) = PublishedCultures.Wanted(validation.Schema, candidate.Reading.Type, candidate.Reading.Content, told);
            foreach (var problem in refused) problems.Add(candidate, problem);
            candidate.Published = cultures;
        }
    }

    private void CheckReferences(Candidate candidate)
    {
        foreach (var (value, target) in References.Seen(candidate.Reading, [.. candidate.Reading.Content.Cultures]))
        {
            var isPublic = candidate.Published is { } cultures && (value.Culture.Length == 0 ? cultures.Length > 0 : cultures.Contains(value.Culture));
            if (Refusal(target, isPublic) is { } refusal) problems.Add(candidate, new ValueProblem(value.Property.Alias, value.Culture, refusal));
        }
    }

    private string? Refusal(ItemReference target, bool isPublic)
    {
        var kind = plan.Candidate(target.Key)?.File.Kind ?? (_doomed.Contains(target.Key) ? null : plan.Stored.Find(target.Key)?.Kind);
        var wanted = target.Kind == ReferenceKind.Media ? ItemKind.Media : ItemKind.Document;
        if (kind != wanted) return $"{Refusals.TargetMissing} ({target.Key})";
        return isPublic && plan.WillBeTrashed(target.Key) ? Refusals.TargetInBin : null;
    }

    private void CheckSchedules(Candidate candidate)
    {
        foreach (var planned in candidate.File.Schedules ?? [])
        {
            if (candidate.File.Kind == ItemKind.Media) problems.Add(candidate, Refusals.MediaAlwaysPublic);
            foreach (var problem in PublishedCultures.Wanted(validation.Schema, candidate.Reading.Type, candidate.Reading.Content, [planned.Culture]).Problems) problems.Add(candidate, problem);
        }
    }

    private async Task CheckPublicAsync(IContentReader store, Candidate candidate, IReadOnlyCollection<string> cultures)
    {
        var termKeys = new Dictionary<Guid, string>();
        foreach (var term in PublicationCheck.PickedTerms(validation, candidate.Reading))
        {
            if (await TermKeyAsync(store, term).ConfigureAwait(false) is { } key) termKeys[term] = key;
        }

        foreach (var problem in validation.ProblemsToPublish(candidate.Reading, cultures, termKeys)) problems.Add(candidate, problem);
        foreach (var problem in PublicationCheck.MissingLanguages(validation.Schema, candidate.Reading.Type, cultures)) problems.Add(candidate, problem);
    }

    private async Task<string?> TermKeyAsync(IContentReader store, Guid term)
    {
        if (plan.Candidate(term) is { } candidate) return candidate.Reading.Content.Value(PublicationCheck.TermKey);
        if (_termKeys.TryGetValue(term, out var known)) return known;
        var draft = plan.Stored.Find(term) is { } item ? await store.RevisionAsync(term, item.Revision).ConfigureAwait(false) : null;
        return _termKeys[term] = draft?.Content.Value(PublicationCheck.TermKey);
    }
}
