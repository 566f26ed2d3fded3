using Repository.Core.Publishing;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>A section that shows items.</summary>
/// <param name="Id">The anchor of the section.</param>
/// <param name="Heading">The key of its heading.</param>
internal sealed record ItemsModel(string Id, string Heading, IReadOnlyList<ListedItem> Items)
{
    /// <summary>How many there are besides.</summary>
    public int More { get; init; }

    /// <summary>The first of some items, and how many more there are.</summary>
    public static ItemsModel Of(string id, string heading, ItemSet items, int most, SiteReader reader) =>
        new(id, heading, [.. reader.Seen(items, most).Select(item => ListedItem.Of(item, reader))]) { More = Math.Max(0, items.Count - most) };

    /// <summary>The same of what editors picked, in their order.</summary>
    public static ItemsModel Of(string id, string heading, IReadOnlyList<SeenItem> items, int most, SiteReader reader) =>
        new(id, heading, [.. items.Take(most).Select(item => ListedItem.Of(item, reader))]) { More = Math.Max(0, items.Count - most) };

    /// <summary>What is said where there are none; without it the section is left out.</summary>
    public string? Empty { get; init; }

    /// <summary>Where all of them are.</summary>
    public string? Address { get; init; }

    public string AddressText { get; init; } = "Record.All";
}
