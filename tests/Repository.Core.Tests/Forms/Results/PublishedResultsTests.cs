using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Results;

namespace Repository.Core.Tests.Forms.Results;

public sealed class PublishedResultsTests
{
    private static readonly string[] Regions = ["coast", "isthmus", "mixteca"];
    private static readonly DateOnly Today = new(2026, 7, 15);

    private static readonly Form Survey = AForm.Of(
        AForm.Choice("uno", "a", "b", "c") with { Required = true },
        AForm.Choice("dos", "a", "b"),
        AForm.Choice("varios", "a", "b", "c") with { Required = true, Type = FieldKinds.MultipleChoice.Id },
        AForm.Draft.Field(FieldKinds.RatingMatrix, "marca", "Califica", required: true).Choices(new PreValue("agua", "Agua")).Set("scale", "3=Bien\n2=Regular\n1=Mal"),
        AForm.Draft.Field(FieldKinds.Ranking, "orden", "Ordena", required: true).Choices("abcd".Select(letter => new PreValue($"{letter}", $"{letter}"))).Set("positions", "2"),
        AForm.Choice("oculta", "a", "b").When(AForm.Draft.ShowWhen("uno", "a")));

    [Fact]
    public void no_sequence_of_filters_reveals_a_cell_under_five() => Prop.ForAll(People().ToArbitrary(), people =>
    {
        var published = Published(people);
        var views = Filters(published).Select(filter => Text(published.View(filter))).ToList();

        // For every small cell of every group and every value it could have, there are other answers of the same people that give every view there is, letter by letter.
        return published.Groups.SelectMany(group => group.Tables.Where(table => table.Table.Shape == TableShape.OneOf).SelectMany(table => Enumerable.Range(0, table.Table.Options.Length).Select(cell => (group, table.Table, cell))))
            .Where(small => Members(people, small.group).Count(person => small.Table.Chosen(person.Answers).Contains(small.cell)) < PublishedResults.Threshold)
            .All(small => Enumerable.Range(0, PublishedResults.Threshold).All(value => Others(people, small.group, small.Table, small.cell, value).Any(other =>
            {
                var again = Published(other);
                return Filters(again).Select(filter => Text(again.View(filter))).SequenceEqual(views);
            })));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void every_published_number_is_true_of_an_independent_count() => Prop.ForAll(People().ToArbitrary(), people =>
    {
        var published = Published(people);

        return Filters(published).All(filter =>
        {
            var view = published.View(filter);
            var inside = people.Where(person => published.Groups.Any(group => group.IsWithin(filter) && Belongs(person, group))).ToList();
            return view.People == inside.Count && view.Tables.All(table => table.Table.Options.Select((option, place) => (option.Value, Range: table.Ranges[place])).All(cell =>
                inside.Count(person => Said(table.Table, person.Answers, cell.Value)) is var count && cell.Range.Least <= count && count <= cell.Range.Most));
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void exact_results_equal_an_independent_count() => Prop.ForAll(People().ToArbitrary(), people =>
    {
        var filter = new ResultFilter("coast", new DateOnly(2026, 2, 1), new DateOnly(2026, 5, 31));
        var chosen = people.Where(person => person.Region == "coast" && person.Day.Year == 2026 && person.Day.Month is >= 2 and <= 5).ToList();

        var results = ExactResults.Count(Survey, people, filter);

        var marks = chosen.Select(person => double.Parse(person.Answers.Text("marca")["agua=".Length..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return results.Total == chosen.Count
            && results.Tables.All(table => table.Table.Options.Zip(table.Counts).All(cell => cell.Second == chosen.Count(person => Said(table.Table, person.Answers, cell.First.Value))))
            && Math.Abs((results.Tables.Single(table => table.Table.Field == "marca").Mean ?? 0) - (marks.Count == 0 ? 0 : marks.Average())) < 1e-9
            && results.Rankings[0].Field.PreValues.Index().All(option =>
                results.Rankings[0].Points(option.Index) == chosen.Sum(person => person.Answers["orden"].IndexOf(option.Item.Value) switch { 0 => 2, 1 => 1, _ => 0 }));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void a_question_under_a_condition_is_not_published()
    {
        var names = AnswerTables.Publishable([Survey]).Select(table => table.Name);

        Assert.Equal(["uno", "dos", "varios", "marca.agua", "orden"], names);
        Assert.Contains("oculta", AnswerTables.All(Survey).Select(table => table.Name));
    }

    [Fact]
    public void what_is_published_stays_as_it_was_whatever_happens_to_the_entries()
    {
        List<CountedAnswers> people = [.. Enumerable.Range(0, 120).Select(number => Person(number, 3, "coast"))];
        var first = PublishedResults.None.Continue([Survey], people, Regions, new DateOnly(2026, 4, 1));

        var next = first.Continue([Survey], [.. people.Skip(60), .. Enumerable.Range(0, 70).Select(number => Person(number, 5, "coast"))], Regions, Today);

        Assert.Equal(first.Groups, next.Groups[..first.Groups.Length]);
        Assert.Equal(2, next.Groups.Length);
        Assert.Equal(new DateOnly(2026, 5, 31), next.Until);
    }

    [Fact]
    public void the_running_month_waits_until_it_is_over()
    {
        List<CountedAnswers> people = [.. Enumerable.Range(0, 120).Select(number => Person(number, 7, "coast"))];

        Assert.Empty(PublishedResults.None.Continue([Survey], people, Regions, Today).Groups);
        Assert.Equal(120, PublishedResults.None.Continue([Survey], people, Regions, new DateOnly(2026, 8, 1)).View(new ResultFilter()).People);
    }

    [Fact]
    public void groups_across_the_edge_of_a_filter_are_counted_and_not_shown()
    {
        List<CountedAnswers> people = [.. Enumerable.Range(0, 120).Select(number => Person(number, 3, "coast")), .. Enumerable.Range(0, 20).Select(number => Person(number, 3, "mixteca")), .. Enumerable.Range(0, 60).Select(number => Person(number, 3, ""))];
        var published = PublishedResults.None.Continue([Survey], people, Regions, Today);

        var coast = published.View(new ResultFilter("coast"));
        var mixteca = published.View(new ResultFilter("mixteca"));
        var half = published.View(new ResultFilter(null, new DateOnly(2026, 3, 10), null));

        Assert.Equal((120, 0), (coast.People, coast.GroupsAcross));
        Assert.Equal((0, 1), (mixteca.People, mixteca.GroupsAcross));
        Assert.Equal((0, 2), (half.People, half.GroupsAcross));
    }

    [Fact]
    public void the_mean_of_a_suppressed_table_is_a_range_around_the_true_one()
    {
        var table = new AnswerTable("m", "r", "¿?", TableShape.OneOf, 1, 1, [new("3", "Bien"), new("2", "Regular"), new("1", "Mal")]);

        var told = new PublishedTable(table, 100, TableSuppression.Tell(table, [80, 18, 2], 100, 5));

        Assert.Equal((2.74, 2.82), (Math.Round(told.Mean!.Value.Least, 2), Math.Round(told.Mean!.Value.Most, 2)));
    }

    private static PublishedResults Published(IReadOnlyCollection<CountedAnswers> people) => PublishedResults.None.Continue([Survey], people, Regions, Today);

    /// <summary>Every region alone, with the periods that are published and with days that cut through them.</summary>
    private static IEnumerable<ResultFilter> Filters(PublishedResults published)
    {
        List<ResultFilter> days = [new(), new(null, null, new DateOnly(2026, 3, 31)), new(null, new DateOnly(2026, 2, 10), null)];
        days.AddRange(published.Groups.Select(group => new ResultFilter(null, group.From, group.Until)).Distinct());
        List<string?> regions = [null, "", .. Regions];
        return regions.SelectMany(region => days.Select(filter => filter with { Region = region }));
    }

    private static string Text(ResultView view) => $"{view.People} {view.GroupsAcross} {string.Join(';', view.Tables.Select(table => $"{table.Table.Name}:{table.IsWithheld}:{string.Join(' ', table.Ranges)}:{table.Mean}"))}";

    private static bool Belongs(CountedAnswers person, PublishedGroup group) => person.Day >= group.From && person.Day <= group.Until && group.Regions.Contains(person.Region);

    private static IEnumerable<CountedAnswers> Members(IEnumerable<CountedAnswers> people, PublishedGroup group) => people.Where(person => Belongs(person, group));

    private static bool Said(AnswerTable table, Answers answers, string value) => table.Row.Length > 0
        ? answers[table.Field].Contains($"{table.Row}={value}")
        : value.Length == 0 ? answers[table.Field].IsEmpty : answers[table.Field].Contains(value);

    /// <summary>The same people with other answers: the cell has the value, and one or two others of the table made up for it.</summary>
    private static IEnumerable<List<CountedAnswers>> Others(List<CountedAnswers> people, PublishedGroup group, AnswerTable table, int cell, int value)
    {
        var have = Members(people, group).Where(person => table.Chosen(person.Answers).Contains(cell)).ToList();
        if (have.Count == value) yield return people;
        if (have.Count == value) yield break;
        var options = Enumerable.Range(0, table.Options.Length).Where(other => other != cell).ToList();
        var need = Math.Abs(value - have.Count);
        foreach (var (one, two, part) in from one in options from two in options from part in Enumerable.Range(0, need + 1) select (one, two, part))
        {
            var swaps = value < have.Count
                ? have.Take(need).Select((person, index) => (person, To: index < part ? one : two)).ToList()
                : [.. Who(one).Take(part).Concat(Who(two).Reverse().Take(need - part)).Distinct(ReferenceEqualityComparer.Instance).Cast<CountedAnswers>().Select(person => (person, To: cell))];
            if (swaps.Count != need) continue;
            var moved = new Dictionary<CountedAnswers, CountedAnswers>(ReferenceEqualityComparer.Instance);
            foreach (var (person, to) in swaps) moved[person] = Answering(person, table, to);
            yield return [.. people.Select(person => moved.TryGetValue(person, out var other) ? other : person)];
        }

        IEnumerable<CountedAnswers> Who(int option) => Members(people, group).Where(person => table.Chosen(person.Answers).Contains(option));
    }

    private static CountedAnswers Answering(CountedAnswers person, AnswerTable table, int option)
    {
        var value = table.Options[option].Value;
        var texts = value.Length == 0 ? [] : table.Row.Length > 0 ? (System.Collections.Immutable.ImmutableArray<string>)[$"{table.Row}={value}"] : [value];
        return person with { Answers = person.Answers.With(table.Field, texts) };
    }

    private static CountedAnswers Person(int number, int month, string region) => new(new DateOnly(2026, month, 1 + (number % 28)), region, Answers.None
        .With("uno", number % 10 == 0 ? "b" : number % 37 == 0 ? "c" : "a").With("varios", "a", "b").With("marca", "agua=3").With("orden", "a", "b"));

    /// <summary>Some hundred people, most of them of one opinion, so that cells of every size come up.</summary>
    private static Gen<List<CountedAnswers>> People() =>
        from count in Gen.Choose(60, 260)
        from people in APerson().ArrayOf(count)
        select people.ToList();

    private static Gen<CountedAnswers> APerson() =>
        from day in Gen.Choose(0, 170)
        from region in Gen.Frequency((6, Gen.Constant("coast")), (3, Gen.Constant("isthmus")), (1, Gen.Constant("mixteca")), (2, Gen.Constant("")))
        from one in Gen.Frequency((12, Gen.Constant("a")), (5, Gen.Constant("b")), (1, Gen.Constant("c")))
        from two in Gen.Frequency((9, Gen.Constant("a")), (2, Gen.Constant("b")), (1, Gen.Constant("")))
        from many in Gen.Elements("a", "ab", "abc", "ac", "ab")
        from mark in Gen.Frequency((9, Gen.Constant("3")), (4, Gen.Constant("2")), (1, Gen.Constant("1")))
        from order in Gen.Elements("ab", "ba", "ac", "ca", "bd", "ab")
        select new CountedAnswers(new DateOnly(2026, 1, 1).AddDays(day), region, Answers.None
            .With("uno", one)
            .With("dos", two.Length == 0 ? [] : [two])
            .With("varios", [.. many.Select(letter => $"{letter}")])
            .With("marca", $"agua={mark}")
            .With("orden", [.. order.Select(letter => $"{letter}")]));
}
