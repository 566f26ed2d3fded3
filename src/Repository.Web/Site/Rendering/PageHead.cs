using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Rendering;

/// <summary>What a page says of itself besides its content.</summary>
internal sealed record PageHead(string Title)
{
    public string? Description { get; init; }

    /// <summary>The one address of the page; null for pages that are an answer to a wrong one.</summary>
    public string? Path { get; init; }

    /// <summary>The way from the home page down to this one, which is not among them.</summary>
    public ImmutableArray<SeenItem> Crumbs { get; init; } = [];

    /// <summary>The first segment of the path, which gives the section its colour.</summary>
    public string? Section { get; init; }

    /// <summary>The same page in other languages: tag and path.</summary>
    public ImmutableArray<(string Language, string Path)> Alternates { get; init; } = [];

    /// <summary>Where one hears of what is new on it.</summary>
    public FeedLink? Feed { get; init; }

    /// <summary>What machines read, as JSON-LD.</summary>
    public JsonObject? Thing { get; init; }

    public ShareImage? Share { get; init; }

    /// <summary>Is it something written about one thing, with a date, rather than a place of the site?</summary>
    public bool IsArticle { get; init; }

    /// <summary>The language of the title where it is not the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>Does it ask something? Then its script is there.</summary>
    public bool HasForm { get; init; }

    /// <summary>Not for search engines: error pages.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A page, ready to be written.</summary>
internal sealed record SitePage(PageHead Head, View Body)
{
    /// <summary>The words of the glossary that its texts lead to.</summary>
    public Mentions? Mentions { get; init; }
}
