using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Forms;
using Repository.Core.Forms.Results;

namespace Repository.Core.Tests.Forms.Results;

/// <summary>
/// The attacker of these tests knows everything but the answers: how tables are suppressed, how many people answered, and every table that was
/// published. Whatever small cell they look at, each number under the threshold must still be possible.
/// </summary>
public sealed class TableSuppressionTests
{
    private const int Five = PublishedResults.Threshold;

    public static TheoryData<TableShape, int, int, int, int> Small() => new()
    {
        // Shape, options, choices of each person, people, threshold.
        { TableShape.OneOf, 2, 1, 15, 5 }, { TableShape.OneOf, 2, 1, 31, 5 }, { TableShape.OneOf, 3, 1, 15, 5 }, { TableShape.OneOf, 3, 1, 32, 5 }, { TableShape.OneOf, 3, 1, 41, 5 },
        { TableShape.OneOf, 4, 1, 20, 3 }, { TableShape.OneOf, 4, 1, 23, 3 }, { TableShape.OneOf, 5, 1, 14, 3 },
        { TableShape.SomeOf, 3, 2, 21, 3 }, { TableShape.SomeOf, 4, 2, 15, 3 }, { TableShape.SomeOf, 4, 3, 13, 2 }, { TableShape.SomeOf, 3, 2, 30, 5 },
        { TableShape.AnyOf, 2, 1, 30, 5 }, { TableShape.AnyOf, 3, 1, 16, 3 }, { TableShape.AnyOf, 3, 0, 12, 3 },
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void trying_every_possible_table_shows_that_no_small_cell_can_be_told_from_another(TableShape shape, int options, int picks, int people, int threshold)
    {
        var table = Table(shape, options, picks);
        var told = Possible(table, options, people).ToLookup(counts => string.Join(' ', TableSuppression.Tell(table, counts, people, threshold)));

        Assert.All(told, same => Assert.All(Enumerable.Range(0, options), cell =>
        {
            var values = same.Select(counts => counts[cell]).ToHashSet();
            if (values.Any(value => value < threshold)) Assert.Superset(Enumerable.Range(0, threshold).Select(value => (long)value).ToHashSet(), values);
            if (shape != TableShape.OneOf && values.Any(value => value > people - threshold)) Assert.Superset(Enumerable.Range(people - threshold + 1, threshold).Select(value => (long)value).ToHashSet(), values);
        }));
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void what_is_told_is_true(TableShape shape, int options, int picks, int people, int threshold)
    {
        var table = Table(shape, options, picks);

        Assert.All(Possible(table, options, people), counts =>
        {
            var told = TableSuppression.Tell(table, counts, people, threshold);
            if (!told.IsEmpty) Assert.All(counts.Zip(told), cell => Assert.InRange(cell.First, cell.Second.Least, cell.Second.Most));
        });
    }

    [Fact]
    public void in_a_table_of_any_size_every_value_of_a_small_cell_has_a_table_that_tells_the_same() => Prop.ForAll(Large().ToArbitrary(), drawn =>
    {
        var (table, counts, people) = drawn;
        var told = TableSuppression.Tell(table, counts, people, Five);

        return Enumerable.Range(0, counts.Length).Where(cell => counts[cell] < Five).All(cell =>
            Enumerable.Range(0, Five).All(value => Alternatives(counts, cell, value, people).Any(other => TableSuppression.Tell(table, other, people, Five).SequenceEqual(told))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void a_table_without_small_cells_is_told_exactly()
    {
        var told = TableSuppression.Tell(Table(TableShape.OneOf, 3, 1), [30, 15, 5], 50, Five);

        Assert.Equal(["30", "15", "5"], told.Select(range => range.ToString()));
    }

    [Fact]
    public void the_largest_cell_makes_room_for_the_small_ones()
    {
        var told = TableSuppression.Tell(Table(TableShape.OneOf, 4, 1), [60, 15, 3, 0], 78, Five);

        Assert.Equal(["55–63", "15", "0–4", "0–4"], told.Select(range => range.ToString()));
    }

    [Fact]
    public void where_no_cell_can_make_room_nothing_is_told() => Assert.Empty(TableSuppression.Tell(Table(TableShape.OneOf, 3, 1), [25, 24, 2], 51, Five));

    private static AnswerTable Table(TableShape shape, int options, int picks) =>
        new("q", "", "¿?", shape, picks, shape == TableShape.AnyOf ? options : picks, [.. Enumerable.Range(0, options).Select(option => new PreValue($"{option}", $"{option}"))]);

    /// <summary>Every table that so many people could fill in.</summary>
    private static IEnumerable<long[]> Possible(AnswerTable table, int options, int people)
    {
        return Rows(options, table.Most * people).Where(row => row.Sum() >= table.Least * people);

        IEnumerable<long[]> Rows(int left, long most)
        {
            var exact = table.Shape != TableShape.AnyOf;
            if (left == 1) return (exact ? most <= people ? [most] : [] : Enumerable.Range(0, people + 1).Select(count => (long)count)).Select(count => new[] { count });
            return from count in Enumerable.Range(0, (int)Math.Min(people, most) + 1) from rest in Rows(left - 1, most - count) select (long[])[count, .. rest];
        }
    }

    /// <summary>Tables of the same people in which one cell has another value: what it gains or loses, one or two others lose or gain.</summary>
    private static IEnumerable<long[]> Alternatives(long[] counts, int cell, int value, long people)
    {
        var more = value - counts[cell];
        if (more == 0)
        {
            yield return counts;
            yield break;
        }

        var changed = counts.Select((count, place) => place == cell ? value : count).ToArray();
        foreach (var one in Enumerable.Range(0, counts.Length).Where(place => place != cell))
        {
            foreach (var other in Enumerable.Range(0, counts.Length).Where(place => place != cell))
            {
                for (var part = 0L; part <= Math.Abs(more); part++)
                {
                    var next = changed.ToArray();
                    next[one] -= Math.Sign(more) * part;
                    next[other] -= more - (Math.Sign(more) * part);
                    if (next.All(count => count >= 0 && count <= people)) yield return next;
                }
            }
        }
    }

    private static Gen<(AnswerTable Table, long[] Counts, long People)> Large() =>
        from options in Gen.Choose(2, 22)
        from weights in Gen.Frequency((3, Gen.Choose(0, 6)), (2, Gen.Choose(0, 60)), (1, Gen.Choose(50, 400))).ArrayOf(options)
        from lift in Gen.Choose(50, 90)
        let counts = weights.Select((weight, place) => place == 0 ? (long)weight + Math.Max(0, lift - weights.Sum()) : weight).ToArray()
        select (Table(TableShape.OneOf, options, 1), counts, counts.Sum());
}
