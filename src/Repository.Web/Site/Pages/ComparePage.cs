using System.Collections.Immutable;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>Practices side by side. Which ones stands in the address; every link on the page keeps the others.</summary>
internal static class ComparePage
{
    private const int MostSuggested = 4;

    public static SitePage Make(SiteReader reader, IQueryCollection query)
    {
        var compared = Comparison.Read(query, reader);
        var section = Sections.Of(reader, Comparison.ContentType);
        var path = OwnAddress.Of(reader, OwnAddress.Compare);
        var model = new CompareModel(compared, reader)
        {
            Groups = compared.Items.Length < Comparison.Fewest ? [] : [.. CompareGroup.All([.. compared.Items.Select(reader.Values)])],
            Suggested = [.. Suggested(compared, reader)],
            ListAddress = section is null ? null : compared.AddressOfMore(section.Path, reader),
        };
        var title = reader.Texts["Compare.Title"];
        var head = new PageHead(title)
        {
            Description = reader.Texts["Compare.About", Comparison.Most],
            Path = path,
            Alternates = OwnAddress.Variants(reader.Snapshot, OwnAddress.Compare),
            Crumbs = [.. SiteFrame.Of(reader, null) is { } frame ? [frame.Home] : ImmutableArray<SeenItem>.Empty, .. section is null ? [] : ImmutableArray.Create(section)],
            Section = section is null ? null : ItemHead.SectionOf(section, reader),
            Thing = JsonLd.Thing("WebPage", title, reader.Origin + path, reader.Culture, reader.Texts["Compare.About", Comparison.Most]),
        };
        return new SitePage(head, new CompareView { Model = model });
    }

    /// <summary>What is close to those that are there already.</summary>
    private static IEnumerable<LinkedItem> Suggested(Comparison compared, SiteReader reader)
    {
        var close = compared.Items.SelectMany(item => PracticePage.Related(reader, item)).DistinctBy(item => item.Item.Key);
        return close.Select(item => (Item: item, Address: compared.AddressWith(item.Item.Key, reader))).Where(joining => joining.Address is not null).Take(MostSuggested).Select(joining => new LinkedItem(joining.Item, joining.Address!));
    }
}

internal sealed record CompareModel(Comparison Compared, SiteReader Reader)
{
    public required ImmutableArray<CompareGroup> Groups { get; init; }

    /// <summary>Practices that could join, each with the address that lets it.</summary>
    public required ImmutableArray<LinkedItem> Suggested { get; init; }

    /// <summary>Where more can be found; null where there are none.</summary>
    public required string? ListAddress { get; init; }

    public bool HasDifferences => Groups.Any(group => group.Rows.Any(row => row.Differs));

    public string AddressWithout(SeenItem item) => Compared.AddressWithout(item, Reader);
}
