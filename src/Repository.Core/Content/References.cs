using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Content;

/// <summary>What items point to. Pure.</summary>
internal static class References
{
    /// <summary>Every pointer of some readings of one item, each once for a property.</summary>
    public static ImmutableArray<StoredReference> Of(Guid source, IEnumerable<ItemReading> readings) =>
    [
        .. from reading in readings
           from value in reading.Values
           from reference in value.Reading.Delivery.References
           select new StoredReference(source, reference.Key, value.Property.Alias) into stored
           group stored by stored into same
           select same.Key,
    ];

    /// <summary>The pointers that readers of some cultures would follow, with the field that holds them.</summary>
    public static IEnumerable<(ValueReading Value, ItemReference Target)> Seen(ItemReading reading, IReadOnlyCollection<string> cultures) =>
        from value in reading.Values
        where value.Culture.Length == 0 || cultures.Contains(value.Culture)
        from target in value.Reading.Delivery.References.Distinct()
        select (value, target);

    /// <summary>What the pickers among them hold, as far as their settings narrow it.</summary>
    public static IEnumerable<(ValueReading Value, Pick Pick)> Picks(ItemReading reading, IReadOnlyCollection<string> cultures) =>
        from value in reading.Values
        where value.Culture.Length == 0 || cultures.Contains(value.Culture)
        from pick in value.Reading.Picks
        select (value, pick);

    /// <summary>Does a picker not allow items of this type?</summary>
    public static bool IsOfOtherType(ContentSchema schema, Pick pick, string type) =>
        !pick.Types.IsEmpty && (Placement.TypeOf(schema, pick.Target.Kind == ReferenceKind.Media ? ItemKind.Media : ItemKind.Document, type) is not { } known || !pick.Types.Contains(known.Key));

    /// <summary>Why a pointer leads nowhere; null when the item is there.</summary>
    public static string? Refusal(ItemReference target, Item? item) => item switch
    {
        null => Refusals.TargetMissing,
        _ when item.Kind != KindOf(target) => Refusals.TargetMissing,
        { Trashed: true } => Refusals.TargetInBin,
        _ => null,
    };

    /// <summary>
    /// The content with pointers to some items led to others. Keys are replaced in the stored texts that hold such pointers, in both
    /// spellings (a UDI has no dashes), so that no editor need know how to rewrite its values.
    /// </summary>
    public static ItemContent Repoint(ItemReading reading, IReadOnlyDictionary<Guid, Guid> moved)
    {
        var content = reading.Content;
        foreach (var value in reading.Values)
        {
            var stored = value.Reading.Stored;
            foreach (var target in value.Reading.Delivery.References.Select(reference => reference.Key).Distinct())
            {
                if (moved.TryGetValue(target, out var now)) stored = Replace(stored, target, now);
            }

            if (stored != value.Reading.Stored) content = content.With(value.Property.Alias, stored, value.Culture);
        }

        return content;
    }

    private static string Replace(string stored, Guid old, Guid now) => stored
        .Replace(old.ToString("n"), now.ToString("n"), StringComparison.OrdinalIgnoreCase)
        .Replace(old.ToString("d"), now.ToString("d"), StringComparison.OrdinalIgnoreCase);

    private static ItemKind KindOf(ItemReference reference) => reference.Kind == ReferenceKind.Media ? ItemKind.Media : ItemKind.Document;
}
