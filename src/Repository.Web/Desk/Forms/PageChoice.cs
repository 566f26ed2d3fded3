using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Web.Forms;
using Repository.Web.Live;

namespace Repository.Web.Desk.Forms;

/// <summary>The pages a form may lead to once it is sent: published ones, chosen by the address that people see.</summary>
internal sealed class PageChoice(LiveContent live)
{
    /// <summary>Those somebody writes for such a purpose; any other page can be named by its address.</summary>
    private static readonly string[] Usual = ["home", "section", "page", "formPage", "collection", "newsItem", "campaign"];

    public ImmutableArray<OfferedPage> Offered =>
    [
        .. from item in live.Current.Documents()
           where Usual.Contains(item.Type.Alias)
           let page = new OfferedPage(Routing.PathOf(live.Current, Here(item)), Here(item).Name)
           orderby page.Address
           select page,
    ];

    /// <summary>The published pages that show a form.</summary>
    public ImmutableArray<OfferedPage> With(Guid form) =>
        [.. live.Current.Documents().Where(item => PublishedForms.FormOf(item) == form).Select(item => new OfferedPage(Routing.PathOf(live.Current, Here(item)), Here(item).Name))];

    /// <summary>The page at an address of this site, whole or without its beginning. Null when visitors find nothing there.</summary>
    public Guid? Find(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? Uri.UnescapeDataString(whole.AbsolutePath) : address;
        return path.StartsWith('/') && Routing.Match(live.Current, path, null, null) is RouteMatch.Found found ? found.Item.Key
            : Guid.TryParseExact(address, "d", out var key) ? key
            : null;
    }

    /// <summary>A page that is not published any more has no address but its key.</summary>
    public string AddressOf(Guid? page) => page is not { } key ? ""
        : live.Current.Find(key) is { Kind: Core.Content.ItemKind.Document } item ? Routing.PathOf(live.Current, Here(item))
        : key.ToString("d");

    private PublishedCulture Here(PublishedItem item) => item.In(live.Current.Schema.DefaultLanguage.Tag) ?? item.Cultures[0];
}

internal sealed record OfferedPage(string Address, string Name);
