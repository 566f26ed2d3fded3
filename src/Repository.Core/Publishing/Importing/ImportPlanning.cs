using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing.Importing;

/// <summary>Turns a batch into a plan, or finds everything that is wrong with it.</summary>
internal sealed class ImportPlanning(ContentValidation validation, ImportBatch batch, ImportProblems problems)
{
    /// <summary>The part that needs no store: types, names, values. Done before the import asks for its turn to write.</summary>
    public IReadOnlyList<Candidate> Read()
    {
        var candidates = new Dictionary<Guid, Candidate>();

        // No item's values depend on another's, so every processor can read some.
        foreach (var candidate in batch.Items.AsParallel().AsOrdered().Select(Read))
        {
            if (candidate.Reading.Type.Key == Guid.Empty) problems.Add(candidate, Placement.TypeRefusal(validation.Schema, candidate.File.Type));
            if (!candidates.TryAdd(candidate.File.Key, candidate)) problems.Add(candidate, Refusals.KeyTwice);
            foreach (var problem in candidate.Reading.Problems) problems.Add(candidate, problem);
        }

        return [.. candidates.Values];
    }

    private Candidate Read(ImportedItem file) => Placement.TypeOf(validation.Schema, file.Kind, file.Type) is { } type
        ? new Candidate(file, validation.Read(type, file.Content))
        : new Candidate(file, new ItemReading(Unknown(file), file.Content, [], []));

    public async Task<ImportPlan> PlanAsync(IContentReader store, IReadOnlyList<Candidate> candidates, DateTimeOffset now)
    {
        var stored = await StoredTree.LoadAsync(store);
        var (ordered, circular) = ImportOrder.Of(candidates, stored);
        foreach (var candidate in circular) problems.Add(candidate, Refusals.CyclicPlace);
        await MatchAsync(store, stored, ordered);

        var taken = ordered.ToLookup(candidate => candidate.Key);
        var doomed = Doomed(stored, taken.Select(same => same.Key).ToHashSet());
        var plan = new ImportPlan([.. taken.Select(same => same.First())], doomed, [], stored);
        foreach (var candidate in plan.Candidates) CheckPlace(candidate, plan);
        await new ImportedContentCheck(validation, plan, problems, now).CheckAsync(store);
        await new ImportedDeletionCheck(plan, problems).CheckAsync(store, batch.Deletions);
        return plan with { Dragged = Dragged(plan) };
    }

    private async Task MatchAsync(IContentReader store, StoredTree stored, IReadOnlyList<Candidate> ordered)
    {
        var claimed = batch.Items.Select(item => item.Key).Concat(batch.Deletions.Where(deletion => !deletion.ChildrenOnly).Select(deletion => deletion.Key)).ToHashSet();
        var matching = new ImportMatching(store, stored, claimed);
        foreach (var candidate in ordered) await matching.MatchAsync(candidate);
        if (matching.Renamed.Count == 0) return;
        foreach (var candidate in ordered)
        {
            var content = References.Repoint(candidate.Reading, matching.Renamed);
            if (!content.Equals(candidate.Reading.Content)) candidate.Reading = validation.Read(candidate.Reading.Type, content);
        }
    }

    /// <summary>The named items and everything below them that the batch does not put elsewhere.</summary>
    private List<Item> Doomed(StoredTree stored, HashSet<Guid> taken)
    {
        var doomed = new List<Item>();
        var seen = new HashSet<Guid>();
        foreach (var deletion in batch.Deletions)
        {
            if (deletion.ChildrenOnly) stored.Children(deletion.Key).ToList().ForEach(Collect);
            else if (taken.Contains(deletion.Key)) problems.Add(deletion, Refusals.BothToldAndDeleted);
            else if (stored.Find(deletion.Key) is { } item) Collect(item);
        }

        doomed.Reverse();
        return doomed;

        void Collect(Item item)
        {
            if (taken.Contains(item.Key) || !seen.Add(item.Key)) return;
            doomed.Add(item);
            foreach (var child in stored.Children(item.Key)) Collect(child);
        }
    }

    private void CheckPlace(Candidate candidate, ImportPlan plan)
    {
        if (candidate.Existing is { } existing && (existing.Kind, existing.Type) != (candidate.File.Kind, candidate.File.Type)) problems.Add(candidate, Refusals.TypeChanged);
        if (candidate.Reading.Type.Key == Guid.Empty) return;
        if (candidate.ParentKey is not { } parentKey)
        {
            if (Placement.Refusal(validation.Schema, candidate.Reading.Type, null) is { } atRoot) problems.Add(candidate, atRoot);
            return;
        }

        if (Parent(parentKey, plan) is not { } parent)
        {
            problems.Add(candidate, Refusals.ParentMissing);
            return;
        }

        // What is stored below an item comes along; what the batch tells of is looked at by itself.
        var below = candidate.Existing is { } moved && moved.ParentKey != parentKey ? plan.Stored.Height(moved.Key) : 1;
        if (plan.Level(candidate.Key) - 1 + below > ItemDepth.Limit) problems.Add(candidate, Refusals.TooDeep);
        if (plan.IsDoomed(parentKey)) problems.Add(candidate, Refusals.ParentDeleted);

        // Where an item came from is only remembered; it may have gone into the bin as well.
        var seen = candidate.File.Trashed ? parent with { Trashed = false } : parent;
        if (Placement.Refusal(validation.Schema, candidate.Reading.Type, seen) is { } refusal) problems.Add(candidate, refusal);
    }

    private static Item? Parent(Guid key, ImportPlan plan)
    {
        var trashed = plan.WillBeTrashed(key);
        if (plan.Candidate(key) is { } candidate) return candidate.Wanted(default, "", parentTrashed: false) with { Trashed = trashed };
        return plan.Stored.Find(key) is { } item ? item with { Trashed = trashed } : null;
    }

    private static List<Item> Dragged(ImportPlan plan) =>
        [.. plan.Stored.Items.Where(item => plan.Candidate(item.Key) is null && !plan.IsDoomed(item.Key) && plan.WillBeTrashed(item.Key) != item.Trashed)];

    private static ContentType Unknown(ImportedItem file) => new() { Key = Guid.Empty, Alias = file.Type, Name = file.Type, Kind = ContentTypeKind.Document };
}
