using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>What an import will do once nothing is wrong with it.</summary>
/// <param name="Candidates">Parents before children.</param>
/// <param name="Doomed">The stored items to delete, deepest first.</param>
/// <param name="Dragged">Stored items outside the batch that follow a parent into the bin or out of it, parents first.</param>
/// <param name="Stored">The tree before the import.</param>
internal sealed record ImportPlan(IReadOnlyList<Candidate> Candidates, IReadOnlyList<Item> Doomed, IReadOnlyList<Item> Dragged, StoredTree Stored)
{
    private readonly Dictionary<Guid, Candidate> _byKey = Candidates.ToDictionary(candidate => candidate.Key);

    private readonly HashSet<Guid> _doomed = [.. Doomed.Select(item => item.Key)];

    public Candidate? Candidate(Guid key) => _byKey.GetValueOrDefault(key);

    public bool IsDoomed(Guid key) => _doomed.Contains(key);

    /// <summary>Will an item stand in the bin?</summary>
    public bool WillBeTrashed(Guid key)
    {
        while (true)
        {
            if (_byKey.TryGetValue(key, out var candidate)) return candidate.File.Trashed;
            if (Stored.Find(key) is not { } item) return false;
            if (item.ParentKey is not { } parent) return item.Trashed;
            key = parent;
        }
    }

    /// <summary>Will an item stand at or below another? Yes as well when there is no such other: nobody can be held to it.</summary>
    public bool WillStandBelow(Guid key, Guid start) => (Candidate(start) is null && Stored.Find(start) is null) || PathUp(key).Contains(start);

    /// <summary>How deep an item will stand: 1 for roots.</summary>
    public int Level(Guid key) => PathUp(key).Count();

    /// <summary>An item's key and those of its future ancestors. It ends even where a batch that is refused goes round in a circle.</summary>
    private IEnumerable<Guid> PathUp(Guid key)
    {
        Guid? at = key;
        for (var steps = 0; at is { } here && steps < 10 * ItemDepth.Limit; steps++)
        {
            yield return here;
            at = _byKey.TryGetValue(here, out var candidate) ? candidate.ParentKey : Stored.Find(here)?.ParentKey;
        }
    }
}
