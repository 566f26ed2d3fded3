using System.Collections.Immutable;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>Where a visitor says which municipality is theirs. Each choice is a link back to where they came from, which carries it from there on.</summary>
internal static class MyMunicipalityPage
{
    public const string NameParameter = "nombre";
    public const string BackParameter = "volver";

    private const int MostNamed = 60;

    /// <summary>It stands on the page once for every municipality.</summary>
    private const int LongestBack = 1_000;

    /// <param name="back">Where the choice leads, an address of this site.</param>
    public static string AddressOf(SiteReader reader, string back) => $"{OwnAddress.Of(reader, OwnAddress.MyMunicipality)}?{BackParameter}={Uri.EscapeDataString(back)}";

    public static SitePage Make(SiteReader reader, IQueryCollection query)
    {
        var municipalities = Municipalities.Of(reader);
        var back = (query[BackParameter].ToString() is { Length: <= LongestBack } asked ? ListingAddress.Parse(asked) : null) ?? Usual(reader);
        var typed = query[NameParameter].LastOrDefault()?.Trim() ?? "";
        var named = typed.Length == 0 ? [] : municipalities.Named(typed).ToList();
        var path = OwnAddress.Of(reader, OwnAddress.MyMunicipality);
        var model = new MyMunicipalityModel(path, typed, back, reader.Chosen?.Municipality)
        {
            Named = [.. named.Take(MostNamed)],
            MoreNamed = Math.Max(0, named.Count - MostNamed),
            Regions = [.. municipalities.All.GroupBy(municipality => municipality.Region).OrderBy(region => region.Key is null).ThenBy(region => region.Key, StringComparer.CurrentCulture).Select(region => (region.Key, region.ToImmutableArray()))],
        };
        var head = new PageHead(reader.Texts["Mine.Choose"])
        {
            Description = reader.Texts["Mine.About"],
            Path = path,
            Alternates = OwnAddress.Variants(reader.Snapshot, OwnAddress.MyMunicipality),
            Crumbs = SiteFrame.Of(reader, null) is { } frame ? [frame.Home] : [],
            Section = "municipios",
            Thing = JsonLd.Thing("WebPage", reader.Texts["Mine.Choose"], reader.Origin + path, reader.Culture, reader.Texts["Mine.About"]),
        };
        return new SitePage(head, new MyMunicipalityView { Model = model });
    }

    /// <summary>Who came from nowhere wants to see what is near.</summary>
    private static ListingAddress Usual(SiteReader reader) => new(Sections.Of(reader, "practice")?.Path ?? OwnAddress.Of(reader, OwnAddress.Search), [KeyValuePair.Create("sort", "distance")]);
}

/// <param name="Back">Where a choice leads.</param>
internal sealed record MyMunicipalityModel(string Path, string Typed, ListingAddress Back, Municipality? Chosen)
{
    public required ImmutableArray<Municipality> Named { get; init; }

    public required int MoreNamed { get; init; }

    public required ImmutableArray<(string? Name, ImmutableArray<Municipality> Municipalities)> Regions { get; init; }

    public string AddressOf(Municipality municipality) => Back.Set(ChosenMunicipality.Parameter, municipality.Key);
}
