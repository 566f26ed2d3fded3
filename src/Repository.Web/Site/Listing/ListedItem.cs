using Repository.Core.Publishing.Facets;
using Repository.Web.Searching;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Listing;

/// <summary>An item in a list: what it is called, what kind of thing it is, where and when.</summary>
internal sealed record ListedItem(SeenItem Item, SafeMarkup Title, SafeMarkup Summary)
{
    private static readonly Facet SheetKind = Facet.Find("sheetKind")!;
    private static readonly Facet Themes = Facet.Find("theme")!;

    public required KindModel Kind { get; init; }

    /// <summary>The section it belongs to, which gives it its colour.</summary>
    public required string? Section { get; init; }

    public required string? Theme { get; init; }

    public required string? Region { get; init; }

    public required string? Municipality { get; init; }

    public required string? Year { get; init; }

    /// <summary>Is it known from public sources only?</summary>
    public required bool IsDocumentary { get; init; }

    public bool HasFacts => Municipality is not null || Region is not null || Theme is not null || Year is not null || DistanceKm is not null || IsDocumentary;

    public double? DistanceKm { get; init; }

    public required string? PlainSummary { get; init; }

    /// <summary>Highlights come escaped; without them title and summary are plain texts.</summary>
    public static ListedItem Of(ItemAnswer answer, SiteReader reader)
    {
        var item = reader.See(reader.Snapshot.Find(answer.Id)!);
        var title = answer.Highlights is { } highlights ? new SafeMarkup(highlights["title"]) : default;
        var summary = answer.Highlights?.GetValueOrDefault("summary") is { } marked ? new SafeMarkup(marked) : default;
        return Of(item, reader) with { Title = title, Summary = summary, DistanceKm = answer.DistanceKm };
    }

    public static ListedItem Of(SeenItem item, SiteReader reader)
    {
        string? Label(Facet facet) => facet.LabelsOf(item.Item, reader.Snapshot, reader.Culture).FirstOrDefault();
        return new ListedItem(item, default, default)
        {
            Kind = KindModel.Of(item.Item.Type, reader.Texts),
            Section = ItemHead.SectionOf(item, reader),
            Theme = Label(Themes),
            Region = Label(Facet.Region),
            Municipality = Label(Facet.Municipality),
            Year = Facet.Year.KeyOf(item.Item, reader.Snapshot, reader.Culture),
            IsDocumentary = SheetKind.KeyOf(item.Item, reader.Snapshot, reader.Culture) == "documentary",
            PlainSummary = SiteReader.Summary(item),
        };
    }
}
