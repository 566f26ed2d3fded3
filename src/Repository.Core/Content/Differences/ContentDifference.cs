using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Content.Differences;

/// <summary>What readers of one language would find different between two states of an item: the fields that differ, in the order editors meet them. Pure.</summary>
public sealed record ContentDifference(ImmutableArray<FieldDifference> Fields)
{
    public const string NameField = "name";

    public bool IsEmpty => Fields.IsEmpty;

    /// <param name="before">Null: there was nothing.</param>
    /// <param name="name">How an item that is pointed to is called.</param>
    public static ContentDifference Of(ContentSchema schema, ItemReading? before, ItemReading after, string culture, Func<ItemReference, string> name)
    {
        var comparison = new ValueComparison(schema, name);
        var fields = ImmutableArray.CreateBuilder<FieldDifference>();
        if (comparison.Of(Text(before?.Content.Name(culture)), Text(after.Content.Name(culture))) is { } renamed) fields.Add(new FieldDifference(NameField, "Nombre", renamed));
        foreach (var property in after.Type.Properties)
        {
            // What is stored the same reads the same, and that is most of it.
            if (before is not null && before.Text(property.Alias, culture) == after.Text(property.Alias, culture)) continue;
            if (comparison.Of(before?.Value(property.Alias, culture) ?? DeliveryValue.Null, after.Value(property.Alias, culture)) is { } change) fields.Add(new FieldDifference(property.Alias, property.Name, change));
        }

        return new ContentDifference(fields.ToImmutable());
    }

    private static DeliveryValue Text(string? text) => string.IsNullOrEmpty(text) ? DeliveryValue.Null : new TextValue(text);
}
