using Repository.Core.Publishing.Facets;
using Repository.Web.Searching;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Listing;

/// <summary>An item in a list: what it is called, what kind of thing it is, where and when.</summary>
internal sealed record ListedItem(SeenItem Item, SafeMarkup Title, SafeMarkup Summary)
{
    private static readonly string[] Pieces = ["outreachMaterial", "sentenceInfographic"];
    private static readonly Facet SheetKind = Facet.Find("sheetKind")!;
    private static readonly Facet Kinds = Facet.Find("kind")!;
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

    /// <summary>Its page, with what the visitor chose for all pages.</summary>
    public required string Address { get; init; }

    /// <summary>Is it in the municipality that the visitor chose?</summary>
    public required bool IsAtHome { get; init; }

    /// <summary>Where it would stand beside the practices that are compared; null where it cannot.</summary>
    public string? CompareAddress { get; init; }

    public bool HasFacts => Municipality is not null || Region is not null || Theme is not null || Year is not null || DistanceKm is not null || IsDocumentary || AlikeTo is not null;

    public double? DistanceKm { get; init; }

    /// <summary>What was typed, where none of its words is found and only the name is like it.</summary>
    public string? AlikeTo { get; init; }

    public required string? PlainSummary { get; init; }

    /// <summary>Is it something to be looked at, so that a card shows it?</summary>
    public bool IsPiece => Pieces.Contains(Item.Type);

    /// <summary>What it looks like; null for what has no picture. Only cards ask, each once.</summary>
    public Medium? Picture => IsPiece ? PictureOf(Reader.Values(Item)) : null;

    public required SiteReader Reader { private get; init; }

    /// <summary>Highlights come escaped; without them title and summary are plain texts.</summary>
    public static ListedItem Of(ItemAnswer answer, SiteReader reader)
    {
        var item = reader.See(reader.Snapshot.Find(answer.Id)!);
        var title = answer.Highlights is { } highlights ? new SafeMarkup(highlights["title"]) : default;
        var summary = answer.Highlights?.GetValueOrDefault("summary") is { } marked ? new SafeMarkup(marked) : default;
        return Of(item, reader) with { Title = title, Summary = summary, DistanceKm = answer.Id == reader.Chosen?.Municipality?.Item.Item.Key ? null : answer.DistanceKm };
    }

    /// <summary>Of a material it matters more whether it is a poster or a recording than that it is one.</summary>
    private static KindModel KindOf(SeenItem item, SiteReader reader)
    {
        var kind = KindModel.Of(item.Item.Type, reader.Texts);
        return item.Type == "outreachMaterial" && Kinds.LabelsOf(item.Item, reader.Snapshot, reader.Culture).FirstOrDefault() is { } own ? kind with { Name = own } : kind;
    }

    /// <summary>The preview that its editor chose, or the first of its pictures.</summary>
    private static Medium? PictureOf(Values values) =>
        values.Media("preview").Concat(values.Blocks("files").SelectMany(file => file.Media("file"))).FirstOrDefault(medium => medium.IsPicture);

    public static ListedItem Of(SeenItem item, SiteReader reader)
    {
        string? Label(Facet facet) => facet.LabelsOf(item.Item, reader.Snapshot, reader.Culture).FirstOrDefault();
        return new ListedItem(item, default, default)
        {
            Kind = KindOf(item, reader),
            Section = ItemHead.SectionOf(item, reader),
            Address = reader.Carry(item.Path),
            IsAtHome = reader.Chosen?.Holds(reader.View, item.Item) is true,
            DistanceKm = reader.Chosen?.DistanceKm(reader.View, item.Item),
            Theme = Label(Themes),
            Region = Label(Facet.Region),
            Municipality = Label(Facet.Municipality),
            Year = Facet.Year.KeyOf(item.Item, reader.Snapshot, reader.Culture),
            IsDocumentary = SheetKind.KeyOf(item.Item, reader.Snapshot, reader.Culture) == "documentary",
            PlainSummary = SiteReader.Summary(item),
            Reader = reader,
        };
    }
}
