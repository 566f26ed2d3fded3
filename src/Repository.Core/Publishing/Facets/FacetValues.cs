using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Core.Editors;

namespace Repository.Core.Publishing.Facets;

/// <summary>The values of all facet properties of one item in one culture, read once and kept with its content.</summary>
internal sealed class FacetValues
{
    private static readonly FrozenSet<string> FacetProperties = Facet.All.SelectMany(facet => facet.Properties).ToFrozenSet();
    private static readonly FacetValues None = new([]);
    private readonly ImmutableArray<(string Alias, DeliveryValue Value)> _values;

    private FacetValues(ImmutableArray<(string Alias, DeliveryValue Value)> values) => _values = values;

    public static FacetValues Of(PublishedItem item, PublishedSnapshot snapshot, string culture) =>
        item.Content.Kept.Get(item.Varies ? culture : "", (item, snapshot, culture), static state => Read(state.item, state.snapshot, state.culture));

    public DeliveryValue this[string alias]
    {
        get
        {
            foreach (var (known, value) in _values)
            {
                if (known == alias) return value;
            }

            return DeliveryValue.Null;
        }
    }

    private static FacetValues Read(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, culture);
        var values = item.Type.Properties
            .Where(property => FacetProperties.Contains(property.Alias))
            .Select(property => (property.Alias, snapshot.Editors.Read(item.Value(property, culture), property.DataType, context).Delivery))
            .Where(pair => pair.Delivery is not NullValue)
            .ToImmutableArray();
        return values.IsEmpty ? None : new FacetValues(values);
    }
}
