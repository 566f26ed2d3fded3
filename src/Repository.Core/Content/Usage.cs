namespace Repository.Core.Content;

/// <summary>Who uses an item: a file that goes leaves a hole in every page that shows it.</summary>
internal static class Usage
{
    private const int MostNamed = 5;

    public static async Task<IReadOnlyList<Item>> OfAsync(IContentReader store, Guid key)
    {
        var going = (await store.DescendantsAsync(key)).Select(item => item.Key).Append(key).ToHashSet();
        var users = new Dictionary<Guid, Item>();
        foreach (var target in going)
        {
            foreach (var reference in await store.ReferencesToAsync(target))
            {
                if (going.Contains(reference.Source) || users.ContainsKey(reference.Source)) continue;
                if (await store.FindAsync(reference.Source) is { Trashed: false } user) users.Add(user.Key, user);
            }
        }

        return [.. users.Values];
    }

    /// <summary>Why a file may not go for good; null for one that nothing uses, and for documents, whose pickers simply drop them.</summary>
    public static async Task<string?> RefusalAsync(IContentReader store, Item item)
    {
        if (item.Kind != ItemKind.Media || await OfAsync(store, item.Key) is not { Count: > 0 } users) return null;
        var names = new List<string>();
        foreach (var user in users.Take(MostNamed))
        {
            var draft = await store.RevisionAsync(user.Key, user.Revision);
            names.Add($"«{draft?.Content.Names.Values.FirstOrDefault() ?? user.Key.ToString()}»");
        }

        return Refusals.StillUsed(names, users.Count);
    }
}
