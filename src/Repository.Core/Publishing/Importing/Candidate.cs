using System.Collections.Immutable;
using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>An imported item on its way into the store.</summary>
internal sealed class Candidate(ImportedItem file, ItemReading reading)
{
    public ImportedItem File => file;

    /// <summary>The item that stands in the store already, found by key or by name and parent.</summary>
    public Item? Existing { get; set; }

    /// <summary>Differs from the file's when the item was found by its name.</summary>
    public Guid Key => Existing?.Key ?? file.Key;

    public ItemReading Reading { get; set; } = reading;

    /// <summary>The parent's key in the store.</summary>
    public Guid? ParentKey { get; set; } = file.ParentKey;

    /// <summary>The cultures the public shall see; null when the file does not tell.</summary>
    public ImmutableArray<string>? Published { get; set; }

    public string Name => file.Content.Names.Values.FirstOrDefault() ?? file.Key.ToString();

    /// <summary>The item as it shall stand.</summary>
    public Item Wanted(DateTimeOffset now, string by, bool parentTrashed)
    {
        var item = Existing ?? new Item
        {
            Key = file.Key,
            Kind = file.Kind,
            Type = file.Type,
            CreatedAt = file.CreatedAt ?? now,
            CreatedBy = by,
        };
        var isTopOfBin = file.Trashed && !parentTrashed;
        return item with
        {
            ParentKey = isTopOfBin ? null : ParentKey,
            TrashedFrom = isTopOfBin ? ParentKey : null,
            Trashed = file.Trashed,
            SortOrder = file.SortOrder,
            Restricted = file.Restricted ?? item.Restricted,
        };
    }
}
