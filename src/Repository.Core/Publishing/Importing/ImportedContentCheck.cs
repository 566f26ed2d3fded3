using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Core.Publishing.Importing;

/// <summary>Checks what imported items point to and whether those that shall be public may be.</summary>
internal sealed class ImportedContentCheck(ContentValidation validation, ImportPlan plan, ImportProblems problems, DateTimeOffset now)
{
    private readonly Dictionary<Guid, string?> _termKeys = [];

    public async Task CheckAsync(IContentReader store)
    {
        foreach (var candidate in plan.Candidates)
        {
            if (candidate.Reading.Type.Key == Guid.Empty) continue;
            Settle(candidate);
            CheckReferences(candidate);
            CheckPicks(candidate);
            CheckSchedules(candidate);
            if (candidate.Published is { Length: > 0 } cultures && !IsRestrictedMedium(candidate)) await CheckPublicAsync(store, candidate, cultures);
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

    /// <summary>A restricted file is what a draft is among documents: it may lack what the public would need.</summary>
    private static bool IsRestrictedMedium(Candidate candidate) => candidate.File.Kind == ItemKind.Media && (candidate.File.Restricted ?? candidate.Existing?.Restricted ?? false);

    private void CheckReferences(Candidate candidate)
    {
        foreach (var (value, target) in References.Seen(candidate.Reading, [.. candidate.Reading.Content.Cultures]))
        {
            if (Refusal(target, IsPublic(candidate, value)) is { } refusal) problems.Add(candidate, new ValueProblem(value.Property.Alias, value.Culture, refusal));
        }
    }

    /// <summary>Where a picked item stands is asked only of what shall be public, as when it is published.</summary>
    private void CheckPicks(Candidate candidate)
    {
        foreach (var (value, pick) in References.Picks(candidate.Reading, [.. candidate.Reading.Content.Cultures]))
        {
            if (Refusal(pick.Target, isPublic: false) is not null) continue;
            var isPublic = IsPublic(candidate, value) && !plan.WillBeTrashed(pick.Target.Key);
            if (PickRefusal(pick, isPublic) is { } refusal) problems.Add(candidate, new ValueProblem(value.Property.Alias, value.Culture, refusal));
        }
    }

    private string? PickRefusal(Pick pick, bool isPublic)
    {
        var told = plan.Candidate(pick.Target.Key);
        var type = told?.Reading.Type ?? validation.TypeOf(plan.Stored.Find(pick.Target.Key)!);
        var name = told?.Name ?? pick.Target.Key.ToString();
        if (References.IsOfOtherType(validation.Schema, pick, type.Alias)) return Refusals.PickOfOtherType(name, type.Name);
        return isPublic && pick.StartNode is { } start && !plan.WillStandBelow(pick.Target.Key, start) ? Refusals.PickOutside(name) : null;
    }

    private static bool IsPublic(Candidate candidate, ValueReading value) =>
        candidate.Published is { } cultures && (value.Culture.Length == 0 ? cultures.Length > 0 : cultures.Contains(value.Culture));

    private string? Refusal(ItemReference target, bool isPublic)
    {
        var kind = plan.Candidate(target.Key)?.File.Kind ?? (plan.IsDoomed(target.Key) ? null : plan.Stored.Find(target.Key)?.Kind);
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

        // Dates that have passed are left out, and so contradict nothing.
        var ahead = (candidate.File.Schedules ?? []).Where(planned => planned.At > now).ToLookup(planned => validation.Schema.KnownTag(planned.Culture) ?? planned.Culture);
        foreach (var culture in ahead)
        {
            var (releases, expiries) = (At(culture, ScheduledAction.Release), At(culture, ScheduledAction.Expire));
            if (releases.Length > 1 || expiries.Length > 1) problems.Add(candidate, new ValueProblem("", culture.Key, Refusals.PlannedTwice));
            else if (releases is [var release] && expiries is [var expiry] && expiry <= release) problems.Add(candidate, new ValueProblem("", culture.Key, Refusals.ExpiryBeforeRelease));
        }
    }

    private static DateTimeOffset[] At(IEnumerable<Planned> planned, ScheduledAction action) => [.. planned.Where(one => one.Action == action).Select(one => one.At)];

    private async Task CheckPublicAsync(IContentReader store, Candidate candidate, IReadOnlyCollection<string> cultures)
    {
        var termKeys = new Dictionary<Guid, string>();
        foreach (var term in PublicationCheck.PickedTerms(validation, candidate.Reading))
        {
            if (await TermKeyAsync(store, term) is { } key) termKeys[term] = key;
        }

        foreach (var problem in validation.ProblemsToPublish(candidate.Reading, cultures, termKeys)) problems.Add(candidate, problem);
        foreach (var problem in PublicationCheck.MissingLanguages(validation.Schema, candidate.Reading.Type, cultures)) problems.Add(candidate, problem);
    }

    private async Task<string?> TermKeyAsync(IContentReader store, Guid term)
    {
        if (plan.Candidate(term) is { } candidate) return candidate.Reading.Content.Value(PublicationCheck.TermKey);
        if (_termKeys.TryGetValue(term, out var known)) return known;
        var draft = plan.Stored.Find(term) is { } item ? await store.RevisionAsync(term, item.Revision) : null;
        return _termKeys[term] = draft?.Content.Value(PublicationCheck.TermKey);
    }
}
