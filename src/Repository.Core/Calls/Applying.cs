namespace Repository.Core.Calls;

/// <summary>When an application may be sent. Who was asked for more has a time of their own.</summary>
public static class Applying
{
    private const string NoDates = "La convocatoria no dice hasta cuándo recibe postulaciones: por ahora no recibe ninguna.";

    /// <summary>Why nothing can be sent at this moment, for whoever only looks; null when it can.</summary>
    public static string? Closure(Call call, Application? begun, DateTimeOffset now)
    {
        if (call.Dates is not { } dates) return NoDates;
        if (begun?.Remedy is not { } remedy || begun.State != ApplicationStates.Prevented) return dates.Closure(now);
        return now >= remedy.Until ? ApplicationStates.RemedyClosure(remedy.Until, dates) : null;
    }

    /// <summary>Why what was sent at this moment is not taken, with both hours; null when it is.</summary>
    public static string? Refusal(Call call, Application? begun, DateTimeOffset now)
    {
        if (call.Dates is not { } dates) return NoDates;
        return ApplicationStates.Refusal(begun?.State ?? ApplicationStates.Draft, ApplicationStates.Sent, Actor.Applicant, now, dates, begun?.Remedy?.Until);
    }

    /// <summary>Did it come when the time was over, rather than too early?</summary>
    public static bool IsLate(Call call, Application? begun, DateTimeOffset now) => call.Dates?.At(now) == CallWindow.Closed || now >= begun?.Remedy?.Until;
}
