using Repository.Core.Publishing;

namespace Repository.Core.Calls;

/// <summary>A recognition as far as the clock is concerned: from when until when it holds, and what happened to it besides.</summary>
/// <param name="Term">Null where its dates were not said.</param>
public sealed record Recognition(Guid Key, Guid? Call, Guid? Renews, RecognitionTerm? Term, RecognitionFate Fate)
{
    public const string ContentType = "recognition";

    private const string RevokedKey = "revoked";

    /// <summary>Null where nobody can say.</summary>
    public RecognitionState? At(DateTimeOffset now) => Term?.At(now, Fate) ?? (Fate.RevokedAt <= now ? RecognitionState.Revoked : null);

    /// <summary>When it will be another; null when nothing is to come.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset now) => Term?.ChangesAt(now, Fate);

    internal static Recognition Of(PublishedItem item, PublishedSnapshot snapshot, IReadOnlyDictionary<Guid, (CallZone Zone, int Months)> calls)
    {
        var facts = new StoredFacts(item, snapshot);
        var (own, start) = (facts.Picked("call"), facts.Day("startDate"));
        var (zone, months) = own is { } call && calls.TryGetValue(call, out var terms) ? terms : (CallReading.Usual, Calls.Call.UsualMonths);
        var end = facts.Day("endDate");
        var term = start is not { } first ? null : end > first ? new RecognitionTerm(first, end.Value, zone) : RecognitionTerm.Of(first, months, zone);
        // Revoked is what an editor says; since when it is public is since when it holds.
        var isRevoked = facts.Text("revocationReason") is not null || (facts.Picked("status") is { } status && snapshot.Find(status) is { } word && new StoredFacts(word, snapshot).Text("key") == RevokedKey);
        return new Recognition(item.Key, own, facts.Picked("renewalOf"), term, new RecognitionFate(null, isRevoked ? DateTimeOffset.MinValue : null));
    }
}
