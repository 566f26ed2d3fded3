namespace Repository.Core.Calls;

/// <summary>When an application may be sent.</summary>
public static class Applying
{
    /// <summary>Why nothing may be sent at this moment; null when it may. Who was asked for more has a time of their own.</summary>
    public static string? Refusal(Call call, Application? begun, DateTimeOffset now)
    {
        if (call.Dates is not { } dates) return "La convocatoria no dice hasta cuándo recibe postulaciones: por ahora no recibe ninguna.";
        return ApplicationStates.Refusal(begun?.State ?? ApplicationStates.Draft, ApplicationStates.Sent, Actor.Applicant, now, dates, begun?.Remedy?.Until);
    }
}
