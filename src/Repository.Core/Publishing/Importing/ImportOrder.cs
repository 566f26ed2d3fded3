namespace Repository.Core.Publishing.Importing;

/// <summary>Puts parents before children, siblings in their order, wherever they stand in the batch. Pure.</summary>
internal static class ImportOrder
{
    /// <summary>Candidates on a circle of parents are left out of the order and given apart.</summary>
    public static (IReadOnlyList<Candidate> Ordered, IReadOnlyList<Candidate> Circular) Of(IReadOnlyCollection<Candidate> candidates, StoredTree stored)
    {
        var byKey = candidates.ToDictionary(candidate => candidate.File.Key);
        var settled = new Dictionary<Guid, bool>();
        var ordered = new List<Candidate>(candidates.Count);
        var circular = new List<Candidate>();
        foreach (var candidate in candidates.OrderBy(candidate => candidate.File.SortOrder).ThenBy(candidate => candidate.File.Source, StringComparer.Ordinal))
        {
            var (path, ends) = PathUp(candidate.File.Key, byKey, stored, settled);
            foreach (var key in path)
            {
                settled[key] = ends;
                if (byKey.TryGetValue(key, out var settling)) (ends ? ordered : circular).Add(settling);
            }
        }

        return (ordered, circular);
    }

    /// <summary>The unsettled items from an item's topmost ancestor down to itself, and whether the way up ends.</summary>
    private static (Stack<Guid> Path, bool Ends) PathUp(Guid start, Dictionary<Guid, Candidate> byKey, StoredTree stored, Dictionary<Guid, bool> settled)
    {
        var path = new Stack<Guid>();
        var seen = new HashSet<Guid>();
        for (Guid? key = start; key is { } at; key = byKey.TryGetValue(at, out var candidate) ? candidate.File.ParentKey : stored.Find(at)?.ParentKey)
        {
            if (settled.TryGetValue(at, out var ends)) return (path, ends);
            if (!seen.Add(at)) return (path, false);
            path.Push(at);
        }

        return (path, true);
    }
}
