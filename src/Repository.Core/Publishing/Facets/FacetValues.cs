using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Core.Editors;

namespace Repository.Core.Publishing.Facets;

/// <summary>
/// What the facet properties of one item hold in one culture: picked items, or texts and numbers as texts. Read once and kept with the
/// item's content, closely packed, since there is one for every item.
/// </summary>
internal sealed class FacetValues
{
    private static readonly FrozenDictionary<string, ushort> Numbers = Facet.All
        .SelectMany(facet => facet.Properties).Distinct().Select((alias, number) => (alias, (ushort)number)).ToFrozenDictionary(pair => pair.alias, pair => pair.Item2);

    private static readonly FacetValues None = new([], [], []);

    private readonly Share[] _shares;
    private readonly Guid[] _picked;
    private readonly string[] _texts;

    private FacetValues(Share[] shares, Guid[] picked, string[] texts)
    {
        _shares = shares;
        _picked = picked;
        _texts = texts;
    }

    public static FacetValues Of(PublishedItem item, PublishedSnapshot snapshot, string culture) =>
        item.Content.Kept.Get(item.Varies ? culture : "", (item, snapshot, culture), static state => Read(state.item, state.snapshot, state.culture));

    public ArraySegment<Guid> Picked(string alias)
    {
        var (from, to) = Between(alias);
        return new(_picked, from.PickedEnd, to.PickedEnd - from.PickedEnd);
    }

    public ArraySegment<string> Texts(string alias)
    {
        var (from, to) = Between(alias);
        return new(_texts, from.TextEnd, to.TextEnd - from.TextEnd);
    }

    /// <summary>The property's own share and the one before it, where it begins.</summary>
    private (Share From, Share To) Between(string alias)
    {
        var number = Numbers[alias];
        var before = default(Share);
        foreach (var share in _shares)
        {
            if (share.Property == number) return (before, share);
            before = share;
        }

        return (before, before);
    }

    private static FacetValues Read(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, culture);
        var (shares, picked, texts) = (new List<Share>(), new List<Guid>(), new List<string>());
        foreach (var (property, stored) in item.Values(culture))
        {
            if (!Numbers.TryGetValue(property.Alias, out var number)) continue;
            var (firstPicked, firstText) = (picked.Count, texts.Count);
            var value = snapshot.Editors.Read(stored, property.DataType, context).Delivery;
            texts.AddRange(TextsOf(value));
            picked.AddRange(value.References.Select(reference => reference.Key));
            if (picked.Count == firstPicked && texts.Count == firstText) continue;
            shares.Add(new Share(number, picked.Count, texts.Count));
        }

        return shares.Count == 0 ? None : new FacetValues([.. shares], [.. picked], [.. texts]);
    }

    private static ImmutableArray<string> TextsOf(DeliveryValue value) => value switch
    {
        TextValue text => [text.Text],
        TextListValue texts => texts.Texts,
        NumberValue number => [number.Literal],
        _ => [],
    };

    /// <summary>Where the values of one property end among those of the item.</summary>
    private readonly record struct Share(ushort Property, int PickedEnd, int TextEnd);
}
