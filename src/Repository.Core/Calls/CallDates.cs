namespace Repository.Core.Calls;

/// <summary>From when until when a call takes applications, by the clock on the wall of its zone. A closing told to the minute includes that minute.</summary>
public sealed record CallDates(CallZone Zone, DateTime? OpensAt, DateTime ClosesAt)
{
    /// <summary>A call of which only the last day is known closes with that day.</summary>
    public static CallDates UntilEndOf(DateOnly day, CallZone zone) => new(zone, null, day.ToDateTime(new TimeOnly(23, 59)));

    /// <summary>The first moment that is too late.</summary>
    public DateTimeOffset Closing => Zone.At(ClosesAt) is var last && ClosesAt.TimeOfDay.Ticks % TimeSpan.TicksPerMinute == 0 ? last.AddMinutes(1) : last.AddTicks(1);

    public DateTimeOffset? Opening => OpensAt is { } opens ? Zone.At(opens) : null;

    public CallWindow At(DateTimeOffset now) => now < Opening ? CallWindow.NotYet : now < Closing ? CallWindow.Open : CallWindow.Closed;

    /// <summary>When it opens or closed, for whoever only looks; null while it is open.</summary>
    public string? Closure(DateTimeOffset now) => At(now) switch
    {
        CallWindow.NotYet => $"La convocatoria abre el {Zone.Tell(Opening!.Value)}.",
        CallWindow.Closed => $"La convocatoria cerró el {Zone.Tell(Zone.At(ClosesAt))}.",
        _ => null,
    };

    /// <summary>Why an attempt at this moment is not taken, with the hours both of the call and of the attempt; null while the call is open.</summary>
    public string? Refusal(DateTimeOffset attempt) =>
        Closure(attempt) is { } closure ? $"{closure} Tu intento llegó el {Zone.Tell(attempt)}{(At(attempt) == CallWindow.Closed ? ", ya fuera de plazo" : "")}." : null;
}

public enum CallWindow
{
    NotYet,
    Open,
    Closed,
}
