using Repository.Core.Content;

namespace Repository.Web.Media;

/// <summary>Finds what a new media item is put beside: folders, licences, other files.</summary>
internal static class MediaPlaces
{
    private const string Folder = "Folder";

    /// <summary>Every media item that is not in the bin, with its draft.</summary>
    public static async IAsyncEnumerable<(Item Item, ItemContent Content)> AllAsync(IContentReader reader)
    {
        foreach (var top in await reader.ChildrenAsync(ItemKind.Media, null))
        {
            foreach (var item in (await reader.DescendantsAsync(top.Key)).Prepend(top))
            {
                if (!item.Trashed && (await WithDraftAsync(reader, item.Key)).Draft is { } content) yield return (item, content);
            }
        }
    }

    public static async Task<(Item? Item, ItemContent? Draft)> WithDraftAsync(IContentReader reader, Guid key) =>
        await reader.FindAsync(key) is { } item ? (item, (await reader.RevisionAsync(key, item.Revision))?.Content) : (null, null);

    /// <summary>The term of a licence's key, or why there is none. No key, no licence.</summary>
    public static async Task<(Guid? Term, string? Refusal)> LicenceAsync(IContentReader reader, string key)
    {
        if (key.Length == 0) return (null, null);
        foreach (var vocabulary in await DocumentsAsync(reader, "vocabulary", depth: 3))
        {
            if (!await HasKeyAsync(reader, vocabulary, "licences")) continue;
            foreach (var term in await reader.ChildrenAsync(ItemKind.Document, vocabulary.Key))
            {
                if (await HasKeyAsync(reader, term, key)) return (term.Key, null);
            }
        }

        return (null, $"La licencia «{key}» no está en el vocabulario de licencias.");
    }

    /// <summary>The folder a medium asks for; what is missing of its path is made.</summary>
    public static async Task<(Guid? Key, ShelvingResult.Refused? Refusal)> FolderAsync(IContentStore store, ContentEditing editing, NewMedium medium, CancellationToken cancellation)
    {
        Guid? parent = null;
        foreach (var name in medium.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var place = parent;
            if (await store.ReadAsync(reader => FolderAsync(reader, place, name), cancellation) is { } known)
            {
                parent = known;
                continue;
            }

            // Another node may make the same folder just now: under one key only one of them does.
            var folder = new NewItem { Key = DerivedKey.Of(parent ?? Guid.Empty, $"folder:{name}"), Kind = ItemKind.Media, Type = Folder, Parent = parent, Content = ItemContent.Named(name), By = medium.By };
            var made = await editing.CreateAsync(folder, cancellation);
            if (made is WriteResult.Invalid)
            {
                // One that was made here before has another name or place by now.
                if (await store.ReadAsync(reader => FolderAsync(reader, place, name), cancellation) is { } there) made = new WriteResult.Done(0, there, 0);
                else made = await editing.CreateAsync(folder with { Key = null }, cancellation);
            }

            if (made is WriteResult.Forbidden forbidden) return (null, new ShelvingResult.Refused("forbidden", forbidden.Message));
            if (made is not WriteResult.Done done) return (null, new ShelvingResult.Refused("invalidItem", $"La carpeta «{name}» no se puede crear ahí."));
            parent = done.Key;
        }

        return (parent, null);
    }

    private static async Task<Guid?> FolderAsync(IContentReader reader, Guid? parent, string name)
    {
        foreach (var child in await reader.ChildNamesAsync(ItemKind.Media, parent))
        {
            var isNamed = child.Names.Values.Any(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
            if (isNamed && await reader.FindAsync(child.Key) is { Type: Folder }) return child.Key;
        }

        return null;
    }

    private static async Task<IReadOnlyList<Item>> DocumentsAsync(IContentReader reader, string type, int depth)
    {
        var found = new List<Item>();
        var level = await reader.ChildrenAsync(ItemKind.Document, null);
        for (; depth > 0; depth--)
        {
            found.AddRange(level.Where(item => item.Type == type));
            var next = new List<Item>();
            foreach (var item in level.Where(item => item.Type is "home" or "section")) next.AddRange(await reader.ChildrenAsync(ItemKind.Document, item.Key));
            level = next;
        }

        return found;
    }

    private static async Task<bool> HasKeyAsync(IContentReader reader, Item item, string key) => (await WithDraftAsync(reader, item.Key)).Draft?.Value("key") == key;
}
