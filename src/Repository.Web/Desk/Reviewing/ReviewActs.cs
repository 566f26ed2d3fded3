using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Reviewing;

/// <summary>What the forms of review and publication ask for, carried out. The field <c>do</c> names the act; who may is decided by the use cases.</summary>
internal sealed class ReviewActs(Core.Workflow.Reviewing reviewing, Commenting commenting, ContentPublishing publishing)
{
    public const string Submit = "submit";
    public const string TakeBack = "takeBack";
    public const string RequestChanges = "return";
    public const string Approve = "approve";
    public const string Publish = "publish";
    public const string ApproveAndPublish = "approveAndPublish";
    public const string Withdraw = "withdraw";
    public const string PlanRelease = "planRelease";
    public const string PlanEnd = "planEnd";
    public const string CancelRelease = "cancelRelease";
    public const string CancelEnd = "cancelEnd";
    public const string Comment = "comment";
    public const string Resolve = "resolve";
    public const string Reopen = "reopen";

    private const int LongestField = 10_000;

    /// <summary>Null for an act that nobody knows.</summary>
    public async Task<WriteResult?> DoAsync(HttpContext http, Guid key, IFormCollection form)
    {
        var (person, cancellation) = (http.Person, http.RequestAborted);
        var version = long.TryParse(Text(form, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seenVersion) ? seenVersion : 0;
        var seen = new Seen(key, version, person) { Reason = Text(form, "note") };
        string[] cultures = [Text(form, "culture")];
        return Text(form, "do") switch
        {
            Submit => await reviewing.SubmitAsync(seen, cultures, cancellation),
            TakeBack => await reviewing.ReturnToDraftAsync(seen, cultures, cancellation),
            RequestChanges => await reviewing.RequestChangesAsync(seen, cultures, cancellation),
            Approve => await reviewing.ApproveAsync(seen, cultures, cancellation),
            Publish => await publishing.PublishAsync(seen, cultures, cancellation),
            ApproveAndPublish => await publishing.ApproveAndPublishAsync(seen, cultures, cancellation),
            Withdraw => await publishing.UnpublishAsync(seen, cultures, cancellation),
            PlanRelease => await PlanAsync(seen, cultures[0], ScheduledAction.Release, form, cancellation),
            PlanEnd => await PlanAsync(seen, cultures[0], ScheduledAction.Expire, form, cancellation),
            CancelRelease => await publishing.UnscheduleAsync(seen, cultures[0], ScheduledAction.Release, cancellation),
            CancelEnd => await publishing.UnscheduleAsync(seen, cultures[0], ScheduledAction.Expire, cancellation),
            Comment => await commenting.WriteAsync(
                new NewComment(key, cultures[0], Text(form, "property"), Text(form, "text"), person) { Answers = Guid.TryParse(Text(form, "answers"), out var answered) ? answered : null }, cancellation),
            Resolve or Reopen => await commenting.ResolveAsync(key, Guid.TryParse(Text(form, "comment"), out var comment) ? comment : Guid.Empty, Text(form, "do") == Resolve, person, cancellation),
            _ => null,
        };
    }

    public static string Text(IFormCollection form, string name) => form[name].ToString() is { Length: <= LongestField } text ? text.ReplaceLineEndings("\n").Trim() : "";

    /// <summary>A day and an hour as somebody in Oaxaca typed them; null for what is none.</summary>
    private static DateTimeOffset? Moment(string typed) => DateTime.TryParseExact(typed, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        ? new DateTimeOffset(local, DeskTime.Zone.GetUtcOffset(local))
        : null;

    private async Task<WriteResult> PlanAsync(Seen seen, string culture, ScheduledAction action, IFormCollection form, CancellationToken cancellation) =>
        Moment(Text(form, "at")) is { } at
            ? await publishing.ScheduleAsync(seen, new Planned(culture, action, at), cancellation)
            : new WriteResult.Invalid("at", "Elige el día y la hora.");
}
