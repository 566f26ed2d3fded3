namespace Repository.Core.Content;

/// <summary>Who uses an item: a file that goes leaves a hole in every page that shows it.</summary>
internal static class Usage
{
    private const int MostNamed = 5;

    public static Task<IReadOnlyList<Item>> OfAsync(IContentReader store, Guid key) => OfAsync(store, key, _ => true, _ => true);

    /// <summary>Why a file may not go for good; null for one that nothing uses, and for documents, whose pickers simply drop them.</summary>
    public static Task<string?> RefusalAsync(IContentReader store, Item item) => RefusalAsync(store, item, _ => true, _ => true);

    /// <param name="goes">What goes of what is below it.</param>
    /// <param name="counts">Of those who point to it, who will still be there.</param>
    public static async Task<string?> RefusalAsync(IContentReader store, Item item, Func<Guid, bool> goes, Func<Guid, bool> counts)
    {
        if (item.Kind != ItemKind.Media || await OfAsync(store, item.Key, goes, counts) is not { Count: > 0 } users) return null;
        var names = new List<string>();
        foreach (var user in users.Take(MostNamed))
        {
            var draft = await store.RevisionAsync(user.Key, user.Revision);
            names.Add($"«{draft?.Content.Names.Values.FirstOrDefault() ?? user.Key.ToString()}»");
        }

        return Refusals.StillUsed(names, users.Count);
    }

    private static async Task<IReadOnlyList<Item>> OfAsync(IContentReader store, Guid key, Func<Guid, bool> goes, Func<Guid, bool> counts)
    {
        var going = (await store.DescendantsAsync(key)).Select(item => item.Key).Where(goes).Append(key).ToHashSet();
        var users = new Dictionary<Guid, Item>();
        foreach (var target in going)
        {
            foreach (var reference in await store.ReferencesToAsync(target))
            {
                if (going.Contains(reference.Source) || users.ContainsKey(reference.Source) || !counts(reference.Source)) continue;
                if (await store.FindAsync(reference.Source) is { Trashed: false } user) users.Add(user.Key, user);
            }
        }

        return [.. users.Values];
    }
}
