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

    public Candidate? Candidate(Guid key) => _byKey.GetValueOrDefault(key);

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
}
