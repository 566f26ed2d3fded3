namespace Repository.Core.Calls;

/// <summary>From when until when a recognition holds, by the calendar of its zone.</summary>
/// <param name="End">The first day it no longer holds.</param>
public sealed record RecognitionTerm(DateOnly Start, DateOnly End, CallZone Zone)
{
    /// <summary>How long before its end a recognition is said to be about to expire.</summary>
    public const int NoticeDays = 60;

    /// <summary>
    /// Twelve months from 15 March end when 15 March begins again; from 29 February they end when 1 March begins, so that nobody is given less than
    /// twelve months.
    /// </summary>
    public static RecognitionTerm Of(DateOnly start, int months, CallZone zone) => new(start, start.AddMonths(months) is var end && end.Day == start.Day ? end : end.AddDays(1), zone);

    public RecognitionState At(DateTimeOffset now, RecognitionFate fate = default)
    {
        if (fate.RevokedAt <= now) return RecognitionState.Revoked;
        var today = Zone.Day(now);
        if (fate.RenewedFrom <= today) return RecognitionState.Renewed;
        if (today < Start) return RecognitionState.Upcoming;
        if (today >= End) return RecognitionState.Expired;
        return today >= End.AddDays(-NoticeDays) ? RecognitionState.Expiring : RecognitionState.InForce;
    }

    /// <summary>When its state will be another, so that whoever keeps a copy knows how long it is true; null when nothing is to come.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset now, RecognitionFate fate = default)
    {
        var state = At(now, fate);
        DateTimeOffset?[] moments = [Zone.StartOf(Start), Zone.StartOf(End.AddDays(-NoticeDays)), Zone.StartOf(End), fate.RenewedFrom is { } day ? Zone.StartOf(day) : null, fate.RevokedAt];
        return moments.OfType<DateTimeOffset>().Where(moment => moment > now).Order().Cast<DateTimeOffset?>().FirstOrDefault(moment => At(moment!.Value, fate) != state);
    }
}

/// <summary>What happened to a recognition besides time.</summary>
/// <param name="RenewedFrom">The first day of the recognition that renews it.</param>
public readonly record struct RecognitionFate(DateOnly? RenewedFrom, DateTimeOffset? RevokedAt);

public enum RecognitionState
{
    Upcoming,
    InForce,
    Expiring,
    Expired,
    Renewed,
    Revoked,
}
