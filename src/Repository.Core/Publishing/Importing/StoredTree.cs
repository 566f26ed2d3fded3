using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>Every item in the store, those in the bin included, as it stood when the import got its turn.</summary>
internal sealed class StoredTree
{
    private readonly Dictionary<Guid, Item> _items = [];
    private readonly ILookup<Guid?, Item> _children;

    private StoredTree(IEnumerable<Item> items)
    {
        foreach (var item in items) _items.TryAdd(item.Key, item);
        _children = _items.Values.ToLookup(item => item.ParentKey);
    }

    public IEnumerable<Item> Items => _items.Values;

    public Item? Find(Guid key) => _items.GetValueOrDefault(key);

    /// <summary>The items below a parent (null: roots, and what was put into the bin) in no order.</summary>
    public IEnumerable<Item> Children(Guid? parent) => _children[parent];

    /// <summary>How many levels an item takes together with what is below it.</summary>
    public int Height(Guid key) => 1 + _children[key].Select(child => Height(child.Key)).DefaultIfEmpty(0).Max();

    /// <summary>Whole trees at a time: a few calls for thousands of items.</summary>
    public static async Task<StoredTree> LoadAsync(IContentReader store)
    {
        var items = new List<Item>();
        foreach (var kind in Enum.GetValues<ItemKind>())
        {
            var tops = await store.ChildrenAsync(kind, null);
            foreach (var top in tops.Concat(await store.BinAsync(kind)))
            {
                items.Add(top);
                items.AddRange(await store.DescendantsAsync(top.Key));
            }
        }

        return new StoredTree(items);
    }
}
