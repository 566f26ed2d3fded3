using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Core.Calls;

/// <summary>
/// What the clock does to what is public: when calls open and close, when recognitions begin, near their end and end. Made once for each state of the
/// content; between two neighbouring moments nothing that is told of it differs.
/// </summary>
public sealed class Almanac
{
    private readonly FrozenDictionary<Guid, CallDates> _calls;
    private readonly FrozenDictionary<Guid, Recognition> _recognitions;
    private readonly ImmutableArray<DateTimeOffset> _moments;

    private Almanac(TreeView view)
    {
        var terms = new Dictionary<Guid, (CallZone Zone, int Months)>();
        var calls = new Dictionary<Guid, CallDates>();
        foreach (var item in All(view, Calls.Call.ContentType))
        {
            var facts = new StoredFacts(item, view.Snapshot);
            var (zone, dates, _) = CallReading.Dates(facts);
            terms[item.Key] = (zone, CallReading.Months(facts));
            if (dates is not null) calls[item.Key] = dates;
        }

        _calls = calls.ToFrozenDictionary();
        var alone = All(view, Calls.Recognition.ContentType).Select(item => Calls.Recognition.Of(item, view.Snapshot, terms)).ToList();
        var renewals = alone.Where(next => next is { Renews: not null, Term: not null, Fate.RevokedAt: null }).GroupBy(next => next.Renews!.Value).ToDictionary(renewed => renewed.Key, renewed => renewed.Min(next => next.Term!.Start));
        _recognitions = alone
            .Select(recognition => renewals.TryGetValue(recognition.Key, out var from) ? recognition with { Fate = recognition.Fate with { RenewedFrom = from } } : recognition)
            .ToFrozenDictionary(recognition => recognition.Key);
        _moments = [.. _calls.Values.SelectMany(MomentsOf).Concat(_recognitions.Values.SelectMany(MomentsOf)).Distinct().Order()];
    }

    public static Almanac Of(TreeView view) => view.Kept.Get("", view, static view => new Almanac(view));

    /// <summary>Null where the call does not say.</summary>
    public CallDates? Call(Guid key) => _calls.GetValueOrDefault(key);

    public Recognition? Recognition(Guid key) => _recognitions.GetValueOrDefault(key);

    /// <summary>How many changes have come: whoever was told something at the same number would be told the same.</summary>
    public int Turn(DateTimeOffset now)
    {
        var found = _moments.BinarySearch(now);
        return found >= 0 ? found + 1 : ~found;
    }

    private static IEnumerable<PublishedItem> All(TreeView view, string type)
    {
        var items = view.OfType(type);
        return items.Page(0, items.Count).Select(ordinal => view[ordinal]);
    }

    private static IEnumerable<DateTimeOffset> MomentsOf(CallDates dates) => dates.Opening is { } opening ? [opening, dates.Closing] : [dates.Closing];

    private static IEnumerable<DateTimeOffset> MomentsOf(Recognition recognition)
    {
        for (var next = recognition.ChangesAt(DateTimeOffset.MinValue); next is { } moment; next = recognition.ChangesAt(moment)) yield return moment;
    }
}
