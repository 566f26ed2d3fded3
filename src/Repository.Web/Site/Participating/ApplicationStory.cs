using System.Globalization;
using Repository.Core.Calls;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Participating;

/// <summary>What an applicant is told of an application: how far it is, what is missing and until when, and how it was judged once that is decided.</summary>
internal sealed record ApplicationStory(string State, string? Asked, string? Until, string? Reason, PanelVerdict? Verdict, Rubric? Rubric, SeenItem? Recognition)
{
    public static ApplicationStory Of(Application application, Call call, SiteReader reader)
    {
        var isPrevented = application.State == ApplicationStates.Prevented;
        // What is sealed is not told before somebody has decided: until then it could be a third reader's turn.
        var verdict = application.Decision is null ? null : application.Panel?.Verdict;
        return new ApplicationStory(
            application.State.Word,
            isPrevented ? application.Remedy?.Reason : null,
            isPrevented && application.Remedy is { } remedy ? LastMoment(remedy.Until, call) : null,
            application.Decision is { Reason.Length: > 0 } decision ? decision.Reason : null,
            verdict,
            verdict is null ? null : application.Panel!.Rubric,
            application.State == ApplicationStates.Recognised ? reader.Find(application.RecognitionKey) : null);
    }

    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.CurrentCulture);

    public string LevelName(int value) => Rubric!.Levels.First(level => level.Value == value).Name;

    /// <summary>The last day counts whole.</summary>
    private static string LastMoment(DateTimeOffset until, Call call) => DateWords.Of(call.Zone.Day(until.AddTicks(-1)));
}
