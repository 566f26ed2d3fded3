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

    /// <summary>The problem that a property has no value for readers of a culture; null when it has, or when the type has no such property.</summary>
    public ValueProblem? Missing(string alias, string culture)
    {
        if (Type.Property(alias) is not { } property) return null;
        var own = Type.VariesByCulture && property.VariesByCulture ? culture : ItemContent.Invariant;
        if (!string.IsNullOrEmpty(Content.Value(alias, own))) return null;
        return new ValueProblem(alias, own, property.MandatoryMessage.Length > 0 ? property.MandatoryMessage : Refusals.MandatoryValue);
    }

    /// <summary>The stored text that readers of a culture get; empty when there is none.</summary>
    public string Text(string alias, string culture = ItemContent.Invariant) => Content.Value(alias, culture) ?? Content.Value(alias) ?? "";
}
