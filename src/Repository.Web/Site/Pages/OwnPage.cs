using System.Collections.Immutable;
using Repository.Core.Schema;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Pages;

/// <summary>A page that shows no item and therefore has an address of its own, in every language.</summary>
internal sealed record OwnPage(string Address, Func<SiteReader, IQueryCollection, SitePage> Make)
{
    private static readonly ImmutableArray<OwnPage> All =
    [
        new(OwnAddress.Search, SearchPage.Make),
        new(OwnAddress.Compare, ComparePage.Make),
        new(OwnAddress.MyMunicipality, MyMunicipalityPage.Make),
    ];

    /// <summary>The page that a path means, in any letter case and with or without its last slash, and the language of its prefix, where it has one.</summary>
    public static (OwnPage Page, string? Culture)? At(string path, ContentSchema schema)
    {
        foreach (var page in All)
        {
            if (!EndsWith(path, page.Address)) continue;
            if (Is(path, page.Address)) return (page, null);
            foreach (var (culture, prefix) in schema.Prefixes)
            {
                if (Is(path, $"/{prefix}{page.Address}")) return (page, culture);
            }
        }

        return null;
    }

    private static bool EndsWith(string path, string address) => path.AsSpan().TrimEnd('/').EndsWith(address.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static bool Is(string path, string address) => path.AsSpan().TrimEnd('/').Equals(address.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
