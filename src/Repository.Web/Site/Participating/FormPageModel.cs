using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Pages.Surveys;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Participating;

/// <summary>The page of a form, at whatever point somebody is.</summary>
internal sealed record FormPageModel(SeenItem Item, View Body)
{
    /// <summary>What the form is for; told before the first question and not again.</summary>
    public string? Summary { get; init; }

    public RichText Intro { get; init; } = RichText.Empty;

    public RichText Privacy { get; init; } = RichText.Empty;

    /// <summary>Whose design the form is.</summary>
    public string Origin { get; init; } = "";

    /// <summary>What the entry will be about: a practice, a call.</summary>
    public LinkedItem? About { get; init; }

    /// <summary>Where one reads what others answered; only surveys have it.</summary>
    public string? Results { get; init; }

    public static string? ResultsOf(FormDefinition form, SeenItem item) => form.Purpose == FormPurpose.Survey ? item.Path + SurveyPlace.Segment : null;
}

/// <summary>Something other than questions: thanks, or why there are none.</summary>
internal sealed record FormEndModel(string Title, ImmutableArray<string> Paragraphs)
{
    public string? Folio { get; init; }

    /// <summary>The private link, whole.</summary>
    public string? Address { get; init; }

    /// <summary>Where to go from here.</summary>
    public SeenLink? Onward { get; init; }

    /// <summary>Did something go well?</summary>
    public bool IsDone { get; init; }
}
