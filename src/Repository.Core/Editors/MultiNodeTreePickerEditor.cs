using System.Collections.Immutable;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Documents or media items, as the start node says, in order.</summary>
internal sealed class MultiNodeTreePickerEditor : IPropertyEditor
{
    public string Alias => "Umbraco.MultiNodeTreePicker";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var entityType = EntityType(dataType);
        var picked = stored.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Udi.TryParse(text, entityType, out var udi) ? udi : (Udi?)null)
            .Distinct()
            .ToImmutableArray();
        if (picked.IsEmpty) return PropertyReading.Empty;
        if (picked.Contains(null)) return PropertyReading.Refused(stored, "Una de las elecciones no es un elemento que este campo acepte.");
        return new PropertyReading(string.Join(',', picked), Delivery(entityType, picked))
        {
            Picks = Pick.Of(dataType.Config, dataType.Config.Member("startNode")?.Text("id"), picked.Select(udi => udi?.Item).OfType<ItemReference>()),
            Problems = CountLimits.Of(dataType.Config).Problems(picked.Length, "elementos"),
        };
    }

    private static string EntityType(DataType dataType) => dataType.Config.Member("startNode")?.Text("type") switch
    {
        "media" => Udi.Media,
        "member" => Udi.Member,
        _ => Udi.Document,
    };

    private static DeliveryValue Delivery(string entityType, ImmutableArray<Udi?> picked) => entityType == Udi.Member
        ? MemberPickerEditor.Unsupported
        : new ItemListValue([.. picked.Select(udi => udi?.Item).OfType<ItemReference>()]);
}
