using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>Finds the stored item a file means: by key, otherwise by name below the same parent.</summary>
internal sealed class ImportMatching(IContentReader store, StoredTree stored, IReadOnlySet<Guid> claimed)
{
    private readonly Dictionary<Guid, Guid> _renamed = [];
    private readonly Dictionary<(ItemKind, Guid?), ILookup<(string Culture, string Name), Guid>> _names = [];
    private readonly HashSet<Guid> _taken = [];

    /// <summary>The file's keys of items that stand in the store under another, and that other key.</summary>
    public IReadOnlyDictionary<Guid, Guid> Renamed => _renamed;

    /// <summary>To be called for parents before their children.</summary>
    public async Task MatchAsync(Candidate candidate)
    {
        if (candidate.File.ParentKey is { } parent) candidate.ParentKey = _renamed.GetValueOrDefault(parent, parent);
        candidate.Existing = stored.Find(candidate.File.Key);
        if (candidate.Existing is not null || candidate.File.Trashed) return;

        var free = await FreeNamesAsync(candidate);
        var match = candidate.Reading.Content.Names.SelectMany(name => free[(name.Key, name.Value)]).Where(IsFree).Select(stored.Find).FirstOrDefault(item => item?.Type == candidate.File.Type);
        if (match is null) return;
        candidate.Existing = match;
        _renamed[candidate.File.Key] = match.Key;
        _taken.Add(match.Key);
    }

    private bool IsFree(Guid key) => !claimed.Contains(key) && !_taken.Contains(key);

    /// <summary>Stored children of the candidate's parent, by name in each language.</summary>
    private async Task<ILookup<(string Culture, string Name), Guid>> FreeNamesAsync(Candidate candidate)
    {
        var place = (candidate.File.Kind, candidate.ParentKey);
        if (_names.TryGetValue(place, out var known)) return known;
        var children = await store.ChildNamesAsync(candidate.File.Kind, candidate.ParentKey);
        return _names[place] = children.SelectMany(child => child.Names.Select(name => (child.Key, Name: (name.Key, name.Value)))).ToLookup(child => child.Name, child => child.Key);
    }
}
