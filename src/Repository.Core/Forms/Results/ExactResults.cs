using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Results;

/// <summary>
/// The counts as they are, for those who may read the entries themselves. None of it may be shown to others: for them there is
/// <see cref="PublishedResults"/>.
/// </summary>
public sealed record ExactResults(long Total, ImmutableArray<TableCounts> Tables, ImmutableArray<RankCounts> Rankings)
{
    public static ExactResults Count(Form form, IEnumerable<CountedAnswers> everybody, ResultFilter filter)
    {
        var tables = AnswerTables.All(form);
        var counts = tables.Select(table => new long[table.Options.Length]).ToArray();
        var rankings = form.Fields.Select(bound => bound.Field).Where(field => field.Type == FieldKinds.Ranking.Id).ToImmutableArray();
        var ranks = rankings.Select(field => field.PreValues.Select(_ => new long[Ranking.Positions(field)]).ToArray()).ToArray();
        long total = 0;
        foreach (var answers in everybody.Where(filter.Takes).Select(person => person.Answers))
        {
            total++;
            for (var table = 0; table < tables.Length; table++)
            {
                foreach (var place in tables[table].Chosen(answers)) counts[table][place]++;
            }

            for (var ranking = 0; ranking < rankings.Length; ranking++) AddRanks(rankings[ranking], answers, ranks[ranking]);
        }

        return new(
            total,
            [.. tables.Zip(counts, (table, count) => new TableCounts(table, [.. count]))],
            [.. rankings.Zip(ranks, (field, count) => new RankCounts(field, [.. count.Select(option => option.ToImmutableArray())]))]);
    }

    private static void AddRanks(FormField field, Answers answers, long[][] ranks)
    {
        foreach (var (rank, value) in answers[field.Alias].Take(Ranking.Positions(field)).Index())
        {
            var option = field.PreValues.Select(choice => choice.Value).ToList().IndexOf(value);
            if (option >= 0) ranks[option][rank]++;
        }
    }
}

public sealed record TableCounts(AnswerTable Table, ImmutableArray<long> Counts)
{
    /// <summary>The mean of the marks, of those who gave one; null where the options are no numbers, or nobody gave any.</summary>
    public double? Mean
    {
        get
        {
            if (Table.Shape != TableShape.OneOf) return null;
            var marks = Table.Options.Zip(Counts).Where(mark => mark.First != AnswerTable.NoAnswer).Select(mark => (Value: Number(mark.First.Value), mark.Second)).ToList();
            var people = marks.Sum(mark => mark.Second);
            return people == 0 || marks.Any(mark => mark.Value is null) ? null : marks.Sum(mark => mark.Value!.Value * mark.Second) / people;
        }
    }

    internal static double? Number(string text) => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>How often each option of a ranking came to each place: <c>Counts[option][place]</c>.</summary>
public sealed record RankCounts(FormField Field, ImmutableArray<ImmutableArray<long>> Counts)
{
    /// <summary>The first place is worth as many points as there are places, the last one point.</summary>
    public long Points(int option) => Counts[option].Select((count, place) => count * (Counts[option].Length - place)).Sum();
}
