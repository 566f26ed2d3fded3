using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Content;

/// <summary>One value of an item as its editor read it.</summary>
public sealed record ValueReading(PropertyType Property, string Culture, PropertyReading Reading);

/// <summary>An item's content as the editors of its type read it: normalised, with everything that is wrong with it as a draft.</summary>
public sealed record ItemReading(ContentType Type, ItemContent Content, ImmutableArray<ValueReading> Values, ImmutableArray<ValueProblem> Problems)
{
    /// <summary>The value for readers of a culture: its own when the property varies, otherwise the invariant one.</summary>
    public DeliveryValue Value(string alias, string culture = ItemContent.Invariant)
    {
        foreach (var value in Values)
        {
            if (value.Property.Alias == alias && (value.Culture == culture || value.Culture.Length == 0)) return value.Reading.Delivery;
        }

        return DeliveryValue.Null;
    }

    /// <summary>The stored text that readers of a culture get; empty when there is none.</summary>
    public string Text(string alias, string culture = ItemContent.Invariant) => Content.Value(alias, culture) ?? Content.Value(alias) ?? "";
}
