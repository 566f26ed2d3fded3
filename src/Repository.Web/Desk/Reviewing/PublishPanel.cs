using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Reviewing;

/// <summary>Where the languages of a document stand, and the forms by which one person moves them on. Any page of the desk may show it (<c>PublishPanelView</c>).</summary>
/// <param name="Return">Where a form leads back to.</param>
internal sealed record PublishPanel(Guid Key, long Version, string Token, string Return, ImmutableArray<PanelCulture> Cultures)
{
    public string Action => PublishPanels.Action(Key);

    public string Review(string culture) => PublishPanels.ReviewAddress(Key, culture);

    public string History => $"{DeskAddress.Of(Key)}/history";
}

/// <summary>One language: where it stands, since when and by whose word, and what may be done with it.</summary>
internal sealed record PanelCulture(string Culture, string Language, ReviewState State)
{
    /// <summary>The decision it stands by; null while nothing was said.</summary>
    public PanelDecision? Decision { get; init; }

    /// <summary>When the public first saw what it sees now; null when it sees nothing.</summary>
    public DateTimeOffset? PublicSince { get; init; }

    /// <summary>Its page on the site.</summary>
    public string? PublicPath { get; init; }

    /// <summary>The public sees another revision than the newest.</summary>
    public bool IsBehind { get; init; }
    public Schedule? Release { get; init; }
    public Schedule? Expire { get; init; }

    public bool MaySubmit { get; init; }
    public bool MayTakeBack { get; init; }
    public bool MayReview { get; init; }
    public bool MayPublish { get; init; }
    public bool MayApproveAndPublish { get; init; }
    public bool MaySchedule { get; init; }
    public bool MayPlanEnd { get; init; }
    public bool MayWithdraw { get; init; }
}

internal sealed record PanelDecision(string By, DateTimeOffset At, string Note);
