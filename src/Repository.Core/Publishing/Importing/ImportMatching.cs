using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>Finds the stored item a file means: by key, otherwise by name below the same parent.</summary>
internal sealed class ImportMatching(IContentReader store, StoredTree stored, IReadOnlySet<Guid> claimed)
{
    private readonly Dictionary<Guid, Guid> _renamed = [];
    private readonly Dictionary<(ItemKind, Guid?), List<(Item Item, ItemContent Content)>> _free = [];

    /// <summary>The file's keys of items that stand in the store under another, and that other key.</summary>
    public IReadOnlyDictionary<Guid, Guid> Renamed => _renamed;

    /// <summary>To be called for parents before their children.</summary>
    public async Task MatchAsync(Candidate candidate)
    {
        if (candidate.File.ParentKey is { } parent) candidate.ParentKey = _renamed.GetValueOrDefault(parent, parent);
        candidate.Existing = stored.Find(candidate.File.Key);
        if (candidate.Existing is not null || candidate.File.Trashed) return;

        var siblings = await FreeSiblingsAsync(candidate).ConfigureAwait(false);
        var match = siblings.FindIndex(sibling => sibling.Item.Type == candidate.File.Type && SharesName(sibling.Content, candidate.Reading.Content));
        if (match < 0) return;
        candidate.Existing = siblings[match].Item;
        _renamed[candidate.File.Key] = candidate.Existing.Key;
        siblings.RemoveAt(match);
    }

    /// <summary>Stored children of the candidate's parent that no file of the batch names by key.</summary>
    private async Task<List<(Item Item, ItemContent Content)>> FreeSiblingsAsync(Candidate candidate)
    {
        var place = (candidate.File.Kind, candidate.ParentKey);
        if (_free.TryGetValue(place, out var free)) return free;
        free = [];
        foreach (var sibling in stored.Children(candidate.ParentKey).Where(item => item.Kind == candidate.File.Kind && !item.Trashed && !claimed.Contains(item.Key)).OrderBy(item => item.SortOrder))
        {
            if (await store.RevisionAsync(sibling.Key, sibling.Revision).ConfigureAwait(false) is { } draft) free.Add((sibling, draft.Content));
        }

        return _free[place] = free;
    }

    private static bool SharesName(ItemContent one, ItemContent other) => one.Names.Any(name => other.Name(name.Key) == name.Value);
}
