using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Pages;

/// <summary>Makes the page of an item of one content type. It reads snapshot and index, and nothing else.</summary>
internal interface IItemPage
{
    string ContentType { get; }

    SitePage Make(ItemRequest request);
}

/// <summary>Which item is asked for, and what else the address says.</summary>
internal sealed record ItemRequest(SiteReader Reader, SeenItem Item, IQueryCollection Query)
{
    public ItemValues Values { get; } = Reader.Values(Item);

    /// <summary>What is said of the page of any item.</summary>
    public PageHead Head => ItemHead.Of(this);
}
