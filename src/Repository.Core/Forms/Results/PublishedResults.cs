using System.Collections.Immutable;

namespace Repository.Core.Forms.Results;

/// <summary>
/// What anybody may know: disjoint groups of people, each with its size and with tables in which no cell under five can be told from another. Every
/// view is a sum of what stands here, so no sequence of questions finds out more. A group never changes once it is published. Immutable.
/// </summary>
public sealed record PublishedResults(ImmutableArray<AnswerTable> Tables, ImmutableArray<PublishedGroup> Groups)
{
    public const int Threshold = 5;

    /// <summary>The fewest people a group is made of.</summary>
    public const int LeastGroup = 50;

    public static readonly PublishedResults None = new([], []);

    /// <summary>The last day that is published.</summary>
    public DateOnly? Until => Groups.IsEmpty ? null : Groups.Max(group => group.Until);

    /// <summary>The same results with the periods that have closed since; the groups that are there stay as they are.</summary>
    /// <param name="versions">The form's versions, oldest first.</param>
    /// <param name="regions">Every region there is, whether or not anybody answered from it.</param>
    public PublishedResults Continue(IReadOnlyList<Form> versions, IReadOnlyCollection<CountedAnswers> everybody, IEnumerable<string> regions, DateOnly today)
    {
        var tables = AnswerTables.Publishable(versions);
        string[] places = [.. regions.Append("").Distinct(StringComparer.Ordinal)];
        var known = everybody.Select(person => places.Contains(person.Region) ? person : person with { Region = "" });
        var added = ResultGroups.Periods(known, Until, today, LeastGroup).SelectMany(period => Grouped(tables, places, period));
        return new PublishedResults(tables, [.. Groups, .. added]);
    }

    /// <summary>The sum of the groups that lie wholly within a filter. Those that lie across its edge are only counted.</summary>
    public ResultView View(ResultFilter filter)
    {
        var within = Groups.Where(group => group.IsWithin(filter)).ToList();
        var across = Groups.Where(group => !group.IsWithin(filter) && group.Touches(filter)).ToList();
        return new ResultView(
            within.Sum(group => group.Size),
            across.Count,
            within.Count == 0 ? [] : [.. Tables.Select(table => within.Select(group => group.Told(table)).Aggregate((sum, told) => sum.Plus(told)))]);
    }

    private static IEnumerable<PublishedGroup> Grouped(ImmutableArray<AnswerTable> tables, string[] places, (DateOnly From, DateOnly Until, List<CountedAnswers> People) period)
    {
        var byRegion = period.People.ToLookup(person => person.Region, StringComparer.Ordinal);
        var sizes = places.ToDictionary(place => place, place => byRegion[place].Count(), StringComparer.Ordinal);
        foreach (var regions in ResultGroups.Regions(sizes, LeastGroup))
        {
            var people = regions.SelectMany(region => byRegion[region]).ToList();
            yield return new PublishedGroup(period.From, period.Until, regions, people.Count, [.. tables.Select(table => Told(table, people))]);
        }
    }

    private static PublishedTable Told(AnswerTable table, List<CountedAnswers> people)
    {
        var counts = new long[table.Options.Length];
        foreach (var place in people.SelectMany(person => table.Chosen(person.Answers))) counts[place]++;
        return new PublishedTable(table, people.Count, TableSuppression.Tell(table, counts, people.Count, Threshold));
    }
}

/// <summary>People of some regions who answered in a period; its last day counts.</summary>
public sealed record PublishedGroup(DateOnly From, DateOnly Until, ImmutableArray<string> Regions, long Size, ImmutableArray<PublishedTable> Tables)
{
    public bool IsWithin(ResultFilter filter) =>
        (filter.Region is null || Regions is [var only] && only == filter.Region) && (filter.From is null || From >= filter.From) && (filter.Until is null || Until <= filter.Until);

    public bool Touches(ResultFilter filter) =>
        (filter.Region is null || Regions.Contains(filter.Region)) && (filter.From is null || Until >= filter.From) && (filter.Until is null || From <= filter.Until);

    /// <summary>What is told of a table of today: of a question that was not asked then, or otherwise, nothing.</summary>
    public PublishedTable Told(AnswerTable table) =>
        Tables.FirstOrDefault(told => told.Table.Name == table.Name && told.Table.Options.Select(option => option.Value).SequenceEqual(table.Options.Select(option => option.Value))) is { } found
            ? found with { Table = table }
            : new PublishedTable(table, Size, []);
}

/// <summary>A table with a range for each option; without any it is withheld.</summary>
public sealed record PublishedTable(AnswerTable Table, long People, ImmutableArray<CellRange> Cells)
{
    /// <summary>A withheld part leaves everything possible for its people.</summary>
    public ImmutableArray<CellRange> Ranges => Cells.IsEmpty ? [.. Table.Options.Select(_ => new CellRange(0, People))] : Cells;

    public bool IsWithheld => Cells.IsEmpty;

    public PublishedTable Plus(PublishedTable other) =>
        new(Table, People + other.People, IsWithheld && other.IsWithheld ? [] : [.. Ranges.Zip(other.Ranges, (one, two) => one + two)]);

    /// <summary>Between which numbers the mean of the marks lies; null where the options are no numbers, where some gave none, or where nothing is told.</summary>
    public (double Least, double Most)? Mean
    {
        get
        {
            var marks = Table.Options.Select(option => TableCounts.Number(option.Value)).ToList();
            if (IsWithheld || People == 0 || Table.Shape != TableShape.OneOf || marks.Any(mark => mark is null)) return null;
            var cells = marks.Zip(Ranges, (mark, range) => (Mark: mark!.Value, range)).OrderBy(cell => cell.Mark).ToList();
            return (Filled(cells), Filled([.. Enumerable.Reverse(cells)]));
        }
    }

    /// <summary>The mean when as many as possible are in the first cells.</summary>
    private double Filled(List<(double Mark, CellRange Range)> cells)
    {
        var left = People - cells.Sum(cell => cell.Range.Least);
        var sum = 0d;
        foreach (var (mark, range) in cells)
        {
            var more = Math.Min(left, range.Most - range.Least);
            left -= more;
            sum += mark * (range.Least + more);
        }

        return sum / People;
    }
}

/// <summary>What a filter shows: how many people, how many groups could only be shown by showing others too, and the tables.</summary>
public sealed record ResultView(long People, int GroupsAcross, ImmutableArray<PublishedTable> Tables);
