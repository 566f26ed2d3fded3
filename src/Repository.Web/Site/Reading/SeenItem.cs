using Repository.Core.Publishing;

namespace Repository.Web.Site.Reading;

/// <summary>An item as a page shows it: in the language of the page where it is written in it, otherwise, and visibly so, in the one it has.</summary>
/// <param name="Lang">The language of its texts where that is not the page's own; null when it is.</param>
internal sealed record SeenItem(PublishedItem Item, PublishedCulture Here, string Path, string? Lang)
{
    public string Name => Here.Name;

    public string Type => Item.Type.Alias;
}

/// <summary>A link as an editor made it, with the address that it has now.</summary>
internal sealed record SeenLink(string Title, string Address, string? Lang)
{
    public bool IsElsewhere => !Address.StartsWith('/') || Address.StartsWith("//", StringComparison.Ordinal);
}
