using Repository.Core.Indexing;
using Repository.Core.Publishing;

namespace Repository.Web.Site.Reading;

/// <summary>The municipality that a visitor chose as theirs. It stands in the address and is kept nowhere else: links of a page carry it on.</summary>
/// <param name="Municipality">Null when nothing is known by what was written.</param>
internal sealed record ChosenMunicipality(Municipality? Municipality, string Written)
{
    public const string Parameter = "municipio";

    public static ChosenMunicipality? Read(IQueryCollection query, SiteReader reader) =>
        query[Parameter].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() is { } written ? new ChosenMunicipality(Municipalities.Of(reader).Find(written), written) : null;

    /// <summary>An address with the choice in it, in front of the place on the page that it may name.</summary>
    public string Carry(string address)
    {
        if (Municipality is null) return address;
        var (page, place) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Uri.EscapeDataString(Municipality.Key)}{place}";
    }

    /// <summary>How far an item is from there; null for one that is nowhere on the map, and for the municipality itself.</summary>
    public double? DistanceKm(TreeView view, PublishedItem item) =>
        Municipality is { Point: { } point } && item.Key != Municipality.Item.Item.Key && view.OrdinalOf(item.Key) is >= 0 and var ordinal ? ItemPlaces.Of(view).DistanceKm(ordinal, point) : null;

    /// <summary>Does an item say that it happened there?</summary>
    public bool Holds(TreeView view, PublishedItem item) => Municipality is not null && view.OrdinalOf(item.Key) is >= 0 and var ordinal && Municipality.Items.Contains(ordinal);
}
