using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Machines.Feeds;

/// <summary>A feed there is: its name in the address, and the content types whose items it tells of, the one it is called by first.</summary>
internal sealed record FeedKind(string Name, params ImmutableArray<string> Types)
{
    public static readonly FeedKind Everything = new("todo");

    /// <summary>What says how a page of a list is shown, and nothing of what is in it: a feed has an order and a length of its own.</summary>
    private static readonly string[] OfPages = ["sort", "skip", ListingQuery.MapParameter, ChosenMunicipality.Parameter, Comparison.Parameter];

    private static readonly ImmutableArray<FeedKind> All =
    [
        Everything,
        new("practicas", "practice", "replication"),
        new("materiales", "outreachMaterial", "campaign"),
        new("sentencias", "sentenceInfographic"),
        new("planes", "actionPlan", "commitment", "activity", "stateExercise"),
        new("convocatorias", "call"),
        new("reconocimientos", "recognition"),
        new("noticias", "newsItem"),
    ];

    public string Path => $"/feeds/{Name}.atom";

    public static FeedKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    public static FeedKind? Of(string contentType) => All.FirstOrDefault(kind => kind.Types.Contains(contentType));

    public ItemSet Items(TreeView view) => Types.IsEmpty ? SearchPage.Sought(view) : ItemSet.Union(view.Count, Types.Select(view.OfType));

    /// <summary>The page that lists what the feed tells of.</summary>
    public string ListPath(SiteReader reader) => Types is [var type, ..] && Sections.Of(reader, type) is { } section ? section.Path : OwnAddress.Of(reader, OwnAddress.Search);

    /// <summary>What it is called when it tells only of what a text finds.</summary>
    public string Title(SiteReader reader, string typed)
    {
        var name = Types is [var type, ..] ? TypeNames.Many(type, Name, reader.Texts) : reader.Texts["Feed.Everything"];
        return typed.Length == 0 ? reader.Texts["Feed.Title", name] : reader.Texts["Feed.TitleOf", name, typed];
    }

    /// <summary>The whole feed.</summary>
    public FeedLink Link(SiteReader reader) => new(Title(reader, ""), reader.Culture == reader.DefaultCulture ? Path : $"{Path}?lang={reader.Culture}");

    /// <summary>The feed of a list that was narrowed; null for a question that is too long for a program.</summary>
    public FeedLink? Link(SiteReader reader, ItemListing listing)
    {
        if (listing.IsCut) return null;
        var asked = listing.Address.Asked.Where(pair => !OfPages.Contains(pair.Key));
        if (reader.Culture != reader.DefaultCulture) asked = asked.Append(KeyValuePair.Create("lang", reader.Culture));
        return new FeedLink(Title(reader, listing.Typed), new ListingAddress(Path, [.. asked]).Without());
    }
}
