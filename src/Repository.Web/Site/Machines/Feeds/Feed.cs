using Repository.Core.Publishing.Facets;
using Repository.Web.Delivery;
using Repository.Web.Searching;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Feeds;

/// <summary>
/// What is new among some items, for whoever wants to hear of it without an account. The question is that of the search page; unlike a person, a program is refused what
/// makes no sense. Whatever order was asked for, the newest comes first: that is what a feed is.
/// </summary>
internal sealed record Feed(FeedKind Kind, SiteReader Reader, string Self, string Page, string Title, IReadOnlyList<SeenItem> Items)
{
    private const int Usual = 30;
    private const int Most = 100;

    /// <summary>When anything in it, or where it is empty anything at all, was last published.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public static Outcome<MachineDocument> Of(FeedKind kind, SiteReader reader, HttpRequest http)
    {
        if (!SearchRequest.Read(http.Query, reader.Searchable).Is(out var request, out var problem)) return problem;
        var view = request.View;
        var found = request.Text is { } text ? new FoundItems(request.Searchable, view, text).All.And(kind.Items(view)) : kind.Items(view);
        var items = new Narrowing(view, request.Place.Of(found, view), request.Choices).Items;
        var newest = NewestFirst.Of(view);
        var most = http.Query.ContainsKey("take") ? Math.Min(request.Take, Most) : Usual;
        var typed = request.Text?.Text ?? "";
        return AtomDocument.Of(new Feed(kind, reader, kind.Path + http.QueryString.ToUriComponent(), PageOf(kind, reader, http.Query), kind.Title(reader, typed), [.. newest.Of(items, most).Select(ordinal => reader.See(view[ordinal]))])
        {
            UpdatedAt = newest.Of(items.Count > 0 ? items : view.All, 1).Select(ordinal => view.CultureOf(ordinal).UpdatedAt).FirstOrDefault(DateTimeOffset.UnixEpoch),
        });
    }

    private static string PageOf(FeedKind kind, SiteReader reader, IQueryCollection query)
    {
        var asked = ListingQuery.Read(query, reader).Asked;
        return new ListingAddress(kind.ListPath(reader), asked).Without("sort");
    }
}
