using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Core.Calls;

/// <summary>How the parts of a call are read from what its item says.</summary>
internal static class CallReading
{
    private const int MostMonths = 120;

    public static readonly CallZone Usual = CallZone.Find(CallZone.Usual) ?? throw new InvalidOperationException($"The system knows no zone {CallZone.Usual}.");

    /// <summary>The zone is that of the closing; where none was chosen, that of central Mexico.</summary>
    public static (CallZone Zone, CallDates? Dates, ImmutableArray<string> Problems) Dates(StoredFacts facts)
    {
        var (opens, closes, day) = (facts.Moment("opensAt"), facts.Moment("closesAt"), facts.Day("closingDate"));
        var named = closes?.Zone ?? opens?.Zone;
        var found = named is null ? Usual : CallZone.Find(named);
        var zone = found ?? Usual;
        ImmutableArray<string> problems = found is null ? [$"La zona horaria «{named}» no existe; se usa la del centro de México."] : [];
        DateTime? opening = opens is { } first ? zone.Local(first.At).DateTime : null;
        var dates = closes is { } last ? new CallDates(zone, opening, zone.Local(last.At).DateTime)
            : day is { } end ? CallDates.UntilEndOf(end, zone) with { OpensAt = opening }
            : null;
        if (dates is null) return (zone, null, problems.Add("La convocatoria no dice cuándo cierra."));
        return (zone, dates, dates.Opening >= dates.Closing ? problems.Add("La convocatoria cierra antes de abrir.") : problems);
    }

    /// <summary>How many months its recognitions hold.</summary>
    public static int Months(StoredFacts facts) => facts.Number("validityMonths") is { } months and >= 1 and <= MostMonths ? (int)months : Call.UsualMonths;

    public static (Rubric? Rubric, ImmutableArray<string> Problems) Rubric(StoredFacts facts)
    {
        var levels = facts.Blocks("rubricLevels").Select(level => new Level((int)(level.Number("value") ?? 0), level.Text("displayName")) { Description = level.Text("description") });
        var criteria = facts.Blocks("rubric").Select(criterion => new Criterion(criterion.Key, criterion.Text("displayName"), criterion.Number("weight") ?? 0, criterion.Text("requiredEvidence"))
        {
            Description = criterion.Text("description"),
            Marks = Marks(criterion),
        });
        var (rubric, problems) = Calls.Rubric.Make(criteria, levels, facts.Number("minimumScore") ?? 0);
        return facts.Number("minimumScore") is null ? (null, problems.Add("La convocatoria no dice cuál es el puntaje mínimo.")) : (rubric, problems);
    }

    public static IEnumerable<Guid> Lineage(PublishedItem item, PublishedSnapshot snapshot)
    {
        for (var at = item; at is not null; at = at.ParentKey is { } parent ? snapshot.Find(parent) : null) yield return at.Key;
    }

    private static ImmutableSortedDictionary<int, string> Marks(BlockFacts criterion)
    {
        (int Level, string Text)[] told = [(2, criterion.Text("levelTwo")), (4, criterion.Text("levelFour"))];
        return told.Where(mark => mark.Text.Length > 0).ToImmutableSortedDictionary(mark => mark.Level, mark => mark.Text);
    }
}
