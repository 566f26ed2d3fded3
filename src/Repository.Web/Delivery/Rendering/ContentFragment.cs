using Repository.Core.Content;
using Repository.Core.Publishing;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// What the answer says of a document besides its properties, in one culture: made with Umbraco's own models, once for as long as the
/// item stands where it stands, and kept with it.
/// </summary>
internal sealed class ContentFragment
{
    private static readonly Dictionary<string, object?> NoProperties = [];
    private static readonly Dictionary<string, IApiContentRoute> NoCultures = [];

    // There is one of these for every item that was shown: what it says of itself lies in one array, and is kept once.
    private readonly byte[] _whole;
    private readonly ApiContentStartItem _startItem;
    private readonly (int Start, int End) _route;
    private readonly int _split;
    private byte[]? _closed;

    private ContentFragment(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var here = item.In(culture)!;
        var route = RouteOf(item, here, snapshot);
        Path = route.Path;
        _startItem = (ApiContentStartItem)route.StartItem;
        _whole = UmbracoJson.Write(new ApiContentResponse(
            item.Key, here.Name, item.Type.Alias, item.CreatedAt.UtcDateTime, here.UpdatedAt.UtcDateTime, route, NoProperties, CulturesOf(item, snapshot)));
        _split = _whole.AsSpan().IndexOf("\"properties\":{"u8) + "\"properties\":{"u8.Length;

        // The route stands in the answer already, its own before those of other cultures.
        var written = UmbracoJson.Write<IApiContentRoute>(route);
        var at = _whole.AsSpan(0, _split).IndexOf(written);
        _route = (at, at + written.Length);
    }

    /// <summary>From the opening brace up to and with <c>"properties":{</c>.</summary>
    public ReadOnlyMemory<byte> Head => _whole.AsMemory(0, _split);

    /// <summary>From the brace that closes the properties to the end, cultures included; picked items end with two braces instead.</summary>
    public ReadOnlyMemory<byte> Tail => _whole.AsMemory(_split);

    /// <summary>A comma and the item as it is shown where it is picked, without its properties. Few items are, so this is made when one is.</summary>
    private ReadOnlyMemory<byte> Closed => _closed ??= [.. JsonText.Comma.Span, .. Head.Span, .. JsonText.CloseProperties.Span];

    public ReadOnlyMemory<byte> Route => _whole.AsMemory(_route.Start, _route.End - _route.Start);

    /// <summary>The route with the query string or anchor that a link carries.</summary>
    public ReadOnlyMemory<byte> RouteWith(string queryString) => queryString.Length == 0
        ? Route
        : UmbracoJson.Write<IApiContentRoute>(new ApiContentRoute(Path, _startItem) { QueryString = queryString });

    public string Path { get; }

    public string StartItemPath => _startItem.Path;

    public static ContentFragment Of(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        // A start item's segment is part of every route below it, and a renamed root makes new items of all its descendants.
        return item.Kept.Get(item.Varies ? culture : ItemContent.Invariant, (item, snapshot, culture), static state => new ContentFragment(state.item, state.snapshot, state.culture));
    }

    public static void WriteResponse(PublishedItem item, RenderingPass rendering, Choice choice)
    {
        var fragment = Of(item, rendering.Snapshot, rendering.Culture);
        rendering.Body.Add(fragment.Head);
        // Whoever wants no properties, for a list of addresses say, does not wait for them to be rendered.
        if (!choice.IsBare) RenderedProperties.Of(item, rendering).Write(rendering, choice, item);
        rendering.Body.Add(fragment.Tail);
    }

    public static void WritePicked(PublishedItem item, RenderingPass rendering, bool isFirst, bool expanded, Choice choice)
    {
        var fragment = Of(item, rendering.Snapshot, rendering.Culture);
        if (!expanded || !rendering.MayExpand())
        {
            rendering.Borrow(isFirst ? fragment.Closed[1..] : fragment.Closed);
            return;
        }

        if (!isFirst) rendering.Body.Add(JsonText.Comma);
        rendering.Body.Add(fragment.Head);
        RenderedProperties.Of(item, rendering).Write(rendering, choice, item);
        rendering.Body.Add(JsonText.CloseProperties);
    }

    private static ApiContentRoute RouteOf(PublishedItem item, PublishedCulture culture, PublishedSnapshot snapshot)
    {
        var root = snapshot.Find(item.RootKey) ?? item;
        var rootCulture = root.In(culture.Culture) ?? root.In(snapshot.Schema.DefaultLanguage.Tag) ?? root.Cultures[0];
        return new ApiContentRoute(Routing.PathOf(snapshot, culture), new ApiContentStartItem(root.Key, rootCulture.Segment));
    }

    private static Dictionary<string, IApiContentRoute> CulturesOf(PublishedItem item, PublishedSnapshot snapshot) =>
        item.Varies ? item.Cultures.ToDictionary(culture => culture.Culture, culture => (IApiContentRoute)RouteOf(item, culture, snapshot)) : NoCultures;
}
