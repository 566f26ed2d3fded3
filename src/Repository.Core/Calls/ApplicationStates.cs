using System.Collections.Immutable;
using Repository.Core.Forms.Entries;

namespace Repository.Core.Calls;

/// <summary>How far an application has come, and where it may go from there.</summary>
public static class ApplicationStates
{
    public static readonly EntryState Draft = EntryState.Draft;
    public static readonly EntryState Sent = new("sent");

    /// <summary>Something is missing; the applicant was asked for it.</summary>
    public static readonly EntryState Prevented = new("prevented");
    public static readonly EntryState Admitted = new("admitted");
    public static readonly EntryState InEvaluation = new("inEvaluation");
    public static readonly EntryState Recognised = new("recognised");
    public static readonly EntryState NotRecognised = new("notRecognised");
    public static readonly EntryState Withdrawn = new("withdrawn");

    public static readonly ImmutableArray<EntryState> All = [Draft, Sent, Prevented, Admitted, InEvaluation, Recognised, NotRecognised, Withdrawn];

    private static readonly ImmutableArray<(EntryState From, EntryState To, Actor By)> Steps =
    [
        (Draft, Sent, Actor.Applicant),
        (Sent, Prevented, Actor.Convener),
        (Prevented, Sent, Actor.Applicant),
        (Prevented, NotRecognised, Actor.Convener),
        (Sent, Admitted, Actor.Convener),
        (Sent, NotRecognised, Actor.Convener),
        (Admitted, InEvaluation, Actor.Convener),
        (InEvaluation, Recognised, Actor.Convener),
        (InEvaluation, NotRecognised, Actor.Convener),
        (Draft, Withdrawn, Actor.Applicant),
        (Sent, Withdrawn, Actor.Applicant),
        (Prevented, Withdrawn, Actor.Applicant),
        (Admitted, Withdrawn, Actor.Applicant),
        (InEvaluation, Withdrawn, Actor.Applicant),
    ];

    /// <summary>Why this step cannot be taken now; null when it can.</summary>
    /// <param name="remedyUntil">Until when somebody who was asked for more may send it; it may lie after the closing.</param>
    public static string? Refusal(EntryState from, EntryState to, Actor by, DateTimeOffset now, CallDates dates, DateTimeOffset? remedyUntil = null)
    {
        if (!Steps.Contains((from, to, by))) return $"Una postulación «{Spanish(from)}» no puede pasar a «{Spanish(to)}».";
        if (to != Sent) return null;
        if (from == Draft) return dates.Refusal(now);
        return remedyUntil is { } until && now >= until ? $"{RemedyClosure(until, dates)} Tu intento llegó el {dates.Zone.Tell(now)}, ya fuera de plazo." : null;
    }

    /// <summary>Until when somebody could send what they were asked for.</summary>
    internal static string RemedyClosure(DateTimeOffset until, CallDates dates) => $"El plazo para completar la postulación terminó el {dates.Zone.Tell(until)}.";

    /// <summary>The state of an application: what an ordinary form calls received has been sent.</summary>
    public static EntryState Of(EntryState state) => state == EntryState.Received ? Sent : state;

    public static IEnumerable<EntryState> Next(EntryState from, Actor by) => Steps.Where(step => step.From == from && step.By == by).Select(step => step.To);

    public static string Spanish(EntryState state) => state.Word switch
    {
        "draft" => "borrador",
        "sent" => "enviada",
        "prevented" => "en prevención",
        "admitted" => "admitida",
        "inEvaluation" => "en evaluación",
        "recognised" => "reconocida",
        "notRecognised" => "no reconocida",
        "withdrawn" => "retirada",
        var other => other,
    };
}

/// <summary>Who takes a step: whoever applies, or those who called.</summary>
public enum Actor
{
    Applicant,
    Convener,
}
