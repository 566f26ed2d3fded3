using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Listing;

/// <summary>An item in a list: what it is called, what kind of thing it is, where and when.</summary>
internal sealed record ListedItem(SeenItem Item)
{
    private static readonly string[] Pieces = ["outreachMaterial", "sentenceInfographic", "campaign"];
    private static readonly Facet SheetKind = Facet.Find("sheetKind")!;
    private static readonly Facet Kinds = Facet.Find("kind")!;
    private static readonly Facet Themes = Facet.Find("theme")!;

    /// <summary>Its title with what was searched for marked in it; empty where nothing was.</summary>
    public SafeMarkup Title { get; init; }

    /// <summary>The same of what it is about.</summary>
    public SafeMarkup Summary { get; init; }

    /// <summary>What it is about, where nothing was searched for.</summary>
    public string? PlainSummary { get; init; }

    public required KindModel Kind { get; init; }

    /// <summary>The section it belongs to, which gives it its colour.</summary>
    public required string? Section { get; init; }

    public required string? Theme { get; init; }

    public required string? Region { get; init; }

    public required string? Municipality { get; init; }

    public required string? Year { get; init; }

    /// <summary>What the clock says of it: whether a call takes applications, whether a recognition holds.</summary>
    public string? State { get; init; }

    /// <summary>Is it known from public sources only?</summary>
    public required bool IsDocumentary { get; init; }

    /// <summary>Its page, with what the visitor chose for all pages.</summary>
    public required string Address { get; init; }

    /// <summary>Is it in the municipality that the visitor chose?</summary>
    public required bool IsAtHome { get; init; }

    /// <summary>Where it would stand beside the practices that are compared; null where it cannot.</summary>
    public string? CompareAddress { get; init; }

    public bool HasFacts => State is not null || Municipality is not null || Region is not null || Theme is not null || Year is not null || DistanceKm is not null || IsDocumentary || AlikeTo is not null;

    public double? DistanceKm { get; init; }

    /// <summary>What was typed, where none of its words is found and only the name is like it.</summary>
    public string? AlikeTo { get; init; }

    /// <summary>Something to be looked at, so that a card shows it, and what it looks like, if it has a picture at all: that is read when a card asks.</summary>
    public Lazy<Medium?>? Piece { get; init; }

    /// <summary>Of a material it matters more whether it is a poster or a recording than that it is one, and a commitment is known by its number.</summary>
    private static KindModel KindOf(SeenItem item, SiteReader reader)
    {
        var kind = KindModel.Of(item.Item.Type, reader.Texts);
        var own = item.Type switch
        {
            "outreachMaterial" => Kinds.LabelsOf(item.Item, reader.Snapshot, reader.Culture).FirstOrDefault(),
            "commitment" => CommitmentPage.CalledOf(item, reader),
            _ => null,
        };
        return own is null ? kind : kind with { Name = own };
    }

    /// <summary>The preview that its editor chose, or the first of its pictures; a campaign looks like the first of its materials that has one.</summary>
    private static Medium? PictureOf(Values values) =>
        values.Media("preview").Concat(values.Blocks("files").SelectMany(file => file.Media("file"))).FirstOrDefault(medium => medium.IsPicture)
        ?? values.Picks("materials").Select(material => PictureOf(values.Reader.Values(material))).FirstOrDefault(picture => picture is not null);

    /// <param name="highlights">Where it has what was searched for. They come escaped.</param>
    public static ListedItem Of(SeenItem item, SiteReader reader, IReadOnlyDictionary<string, string>? highlights = null)
    {
        var state = ClockWords.Of(item, reader);
        string? Label(Facet facet) => facet.LabelsOf(item.Item, reader.Snapshot, reader.Culture).FirstOrDefault();
        return new ListedItem(item)
        {
            Title = highlights is null ? default : new SafeMarkup(highlights["title"]),
            Summary = highlights?.GetValueOrDefault("summary") is { } marked ? new SafeMarkup(marked) : default,
            PlainSummary = highlights is null ? SiteReader.Summary(item) : null,
            Kind = KindOf(item, reader),
            Section = ItemHead.SectionOf(item, reader),
            Address = reader.Carry(item.Path),
            IsAtHome = reader.Chosen?.Holds(reader.View, item.Item) is true,
            DistanceKm = reader.Chosen?.DistanceKm(reader.View, item.Item),
            Theme = Label(Themes),
            Region = Label(Facet.Region),
            Municipality = Label(Facet.Municipality),
            State = state,
            // What the clock says has its dates in it.
            Year = state is null ? Facet.Year.KeyOf(item.Item, reader.Snapshot, reader.Culture) : null,
            IsDocumentary = SheetKind.KeyOf(item.Item, reader.Snapshot, reader.Culture) == "documentary",
            Piece = Pieces.Contains(item.Type) ? new Lazy<Medium?>(() => PictureOf(reader.Values(item)), LazyThreadSafetyMode.None) : null,
        };
    }
}
