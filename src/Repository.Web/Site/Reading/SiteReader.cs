using Microsoft.Extensions.Localization;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Live;
using Repository.Web.Media.Kits;
using Repository.Web.Site.Machines.Sharing;

namespace Repository.Web.Site.Reading;

/// <summary>What a page is made from: one pair of snapshot and index, read in one culture. For one request.</summary>
/// <param name="FileTexts">The words of files, of which a list of results shows some.</param>
/// <param name="Kits">What is handed out of materials.</param>
/// <param name="Tables">What is in tables.</param>
/// <param name="Site">What canonical addresses begin with.</param>
internal sealed record SiteReader(Searchable Searchable, IFileTexts FileTexts, MaterialKits Kits, string Culture, Uri Site, IStringLocalizer Texts, PictureAddresses Pictures, DataTables Tables, ShareImages Shares)
{
    /// <summary>What stands in front of a path of the site.</summary>
    public string Origin { get; } = Site.AbsoluteUri.TrimEnd('/');

    /// <summary>When the reading began.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What follows the clock among what is read.</summary>
    public Almanac Almanac => Almanac.Of(View);

    /// <summary>The municipality the visitor chose, if they did.</summary>
    public ChosenMunicipality? Chosen { get; init; }

    public PublishedSnapshot Snapshot => Searchable.Snapshot;

    public TreeView View => Snapshot.View(ItemKind.Document, Culture);

    public string DefaultCulture => Snapshot.Schema.DefaultLanguage.Tag;

    public SeenItem? Find(Guid key) => Snapshot.Find(key) is { Kind: ItemKind.Document } item ? See(item) : null;

    /// <summary>Some of the items of the page's own culture.</summary>
    public IReadOnlyList<SeenItem> Seen(ItemSet items, int take = int.MaxValue) => [.. items.Page(0, take).Select(ordinal => See(View[ordinal]))];

    public SeenItem See(PublishedItem item)
    {
        var here = item.In(Culture) ?? item.In(DefaultCulture) ?? item.Cultures[0];
        return new SeenItem(item, here, Routing.PathOf(Snapshot, here), ForeignTo(here.Culture.Length == 0 ? DefaultCulture : here.Culture));
    }

    public ItemValues Values(SeenItem item) => new(this, item);

    public static string? Summary(SeenItem item) => ItemSummary.Of(item.Item, item.Here.Culture);

    public Medium? Medium(Guid key) => Snapshot.Find(key) is { Kind: ItemKind.Media } item ? new Medium(item, this) : null;

    /// <summary>Null for links to what cannot be seen: they are left out.</summary>
    public SeenLink? Link(Link link)
    {
        if (link.Item is not { } target) return string.IsNullOrWhiteSpace(link.Url) ? null : new SeenLink(Named(link.Title, link.Url), link.Url + link.QueryString, null);
        if (target.Kind == ReferenceKind.Media)
        {
            return Snapshot.Find(target.Key) is { Kind: ItemKind.Media } medium && MediaFragment.Of(medium, Snapshot).Url is { Length: > 0 } url
                ? new SeenLink(Named(link.Title, medium.Cultures[0].Name), url, null)
                : null;
        }

        return Find(target.Key) is { } item ? new SeenLink(Named(link.Title, item.Name), Carry(item.Path + link.QueryString), string.IsNullOrEmpty(link.Title) ? item.Lang : null) : null;
    }

    /// <summary>An address of the site with what the visitor chose for all pages.</summary>
    public string Carry(string address) => Chosen?.Carry(address) ?? address;

    /// <summary>The same for a form, whose own fields would take its place.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carried => Chosen?.Municipality is { } municipality ? [KeyValuePair.Create(ChosenMunicipality.Parameter, municipality.Key)] : [];

    /// <summary>The language of a text where it differs from the page's.</summary>
    public string? ForeignTo(string language) => string.Equals(language, Culture, StringComparison.OrdinalIgnoreCase) ? null : language;

    private static string Named(string? title, string fallback) => string.IsNullOrWhiteSpace(title) ? fallback : title;
}
