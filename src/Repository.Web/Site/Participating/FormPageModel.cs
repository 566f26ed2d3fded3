using System.Collections.Immutable;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Participating;

/// <summary>The page of a form, at whatever point somebody is.</summary>
internal sealed record FormPageModel(string Title, View Body)
{
    /// <summary>The language of its texts where that is not the page's own.</summary>
    public string? Lang { get; init; }

    /// <summary>What the form is for; told before the first question and not again.</summary>
    public string? Summary { get; init; }

    public RichText Intro { get; init; } = RichText.Empty;

    public RichText Privacy { get; init; } = RichText.Empty;

    /// <summary>Whose design the form is.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Where one reads what others answered.</summary>
    public string? Results { get; init; }

    /// <summary>What the entry will be about: a practice, a call.</summary>
    public LinkedItem? About { get; init; }

    public string AboutLead { get; init; } = "";
}

/// <summary>Something other than questions: thanks, or why there are none.</summary>
internal sealed record FormEndModel(string Title, ImmutableArray<string> Paragraphs)
{
    /// <summary>What the form says by itself, where that is more than plain text.</summary>
    public RichText Message { get; init; } = RichText.Empty;

    public string? Folio { get; init; }

    /// <summary>The private link, whole.</summary>
    public string? Address { get; init; }

    /// <summary>Where to go from here.</summary>
    public SeenLink? Onward { get; init; }

    /// <summary>Did something go well?</summary>
    public bool IsDone { get; init; }
}
