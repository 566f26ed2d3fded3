using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Core.Tests.Indexing;

namespace Repository.Core.Tests.Publishing;

public sealed class NarrowingTests
{
    private static readonly PublishedSnapshot Snapshot = AnArchive.Holding(
    [
        AnArchive.Term(20, AnArchive.Regions, "Sierra Norte", "northernSierra"),
        AnArchive.Term(21, AnArchive.Regions, "Mixteca", "mixteca"),
        AnArchive.Term(22, AnArchive.Regions, "Costa", "coast"),
        AnArchive.Term(23, AnArchive.Goals, "Paz, justicia e instituciones", "16"),
        AnArchive.Term(24, AnArchive.Goals, "Agua limpia", "6"),
        AnArchive.Term(25, AnArchive.Targets, "Decisiones inclusivas", "16.7"),
        AnArchive.Term(26, AnArchive.Targets, "Acceso a la información", "16.10"),
        AnArchive.Municipality(30, "Abejones", "20001", ("region", AnArchive.Udi(20))),
        AnArchive.Municipality(31, "Yanhuitlán", "20077", ("region", AnArchive.Udi(21))),
        AnArchive.Municipality(32, "Nadie", "20999", ("region", AnArchive.Udi(22))),
        .. Enumerable.Range(100, 150).Select(APractice),
    ]);

    private static readonly TreeView View = Snapshot.View(ItemKind.Document, AnArchive.Spanish);

    private static readonly (string Alias, string[] Texts)[] Choosable =
    [
        ("region", ["mixteca"]), ("region", ["mixteca", "NORTHERNSIERRA"]), ("region", ["!mixteca"]), ("municipality", ["20001"]), ("municipality", [AnArchive.Key(31).ToString()]), ("sdg", ["16"]),
        ("sdg", ["16.7", "6"]), ("year", ["2015..2017"]), ("year", ["..2016", "!2014"]), ("period", ["..2019"]), ("type", ["practice"]), ("type", ["", " "]), ("region", ["nowhere"]),
    ];

    [Fact]
    public void counts_are_what_counting_one_by_one_gives() => Prop.ForAll(
        Gen.SubListOf(Choosable).ToArbitrary(),
        Gen.ArrayOf(Gen.Choose(0, View.Count - 1)).ToArbitrary(),
        Gen.Elements(Facet.OfSearch.Select(facet => facet.Alias)).ToArbitrary(),
        (chosen, found, counted) =>
        {
            var facet = Facet.Find(counted)!;
            var choices = chosen.Select(one => FacetChoice.Read(Facet.Find(one.Alias)!, one.Texts)!).ToList();

            var narrowing = new Narrowing(View, ItemSet.Of(View.Count, found), choices);
            var result = narrowing.Count(facet, int.MaxValue);

            var left = found.Distinct().Where(ordinal => choices.Where(choice => choice.Facet.Alias != counted).All(choice => choice.Of(View).Contains(ordinal))).ToList();
            var byKey = left.SelectMany(ordinal => KeysOf(facet, ordinal)).GroupBy(key => key).ToDictionary(same => same.Key, same => same.Count());
            return result.Values.All(value => value.Count == byKey.GetValueOrDefault(value.Key) && (value.Count > 0 || value.Selected))
                && result.Values.Count(value => value.Count > 0) == byKey.Count
                && result.Missing == left.Count(ordinal => !KeysOf(facet, ordinal).Any())
                && result.Values.Select(value => value.Count).SequenceEqual(result.Values.Select(value => value.Count).OrderDescending());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_count_is_what_a_list_narrowed_to_the_value_holds()
    {
        foreach (var facet in Facet.OfSearch)
        {
            foreach (var value in new Narrowing(View, View.All, []).Count(facet, int.MaxValue).Values)
            {
                Assert.Equal(value.Count, new Narrowing(View, View.All, [FacetChoice.Read(facet, [value.Key])!]).Items.Count);
            }
        }
    }

    [Fact]
    public void a_facet_does_not_mind_its_own_choice_and_marks_it()
    {
        var choice = FacetChoice.Read(Facet.Region, [AnArchive.Key(21).ToString()])!;

        var narrowed = new Narrowing(View, View.All, [choice]);

        Assert.Equal(new Narrowing(View, View.All, []).Count(Facet.Region, 20).Values.Select(value => value.Count), narrowed.Count(Facet.Region, 20).Values.Select(value => value.Count));
        Assert.Equal(["mixteca"], narrowed.Count(Facet.Region, 20).Values.Where(value => value.Selected).Select(value => value.Key));
    }

    [Fact]
    public void values_that_no_item_has_are_counted_on_request()
    {
        var found = View.OfType("practice");

        var shown = new Narrowing(View, found, []).Count(Facet.Region, 20, withEmpty: true);

        Assert.Equal(("coast", "Costa", 0), shown.Values.Select(value => (value.Key, value.Label, value.Count)).Last());
        Assert.DoesNotContain(new Narrowing(View, found, []).Count(Facet.Region, 20).Values, value => value.Key == "coast");
    }

    [Fact]
    public void a_municipality_names_its_region_and_a_target_its_goal()
    {
        var narrowing = new Narrowing(View, View.OfType("practice"), []);

        var municipalities = narrowing.Count(Facet.Municipality, 20).Values.ToDictionary(value => value.Key, value => value.Parent);
        var goals = narrowing.Count(Facet.Find("sdg")!, 20).Values.ToDictionary(value => value.Key);

        Assert.Equal(("northernSierra", "mixteca"), (municipalities["20001"], municipalities["20077"]));
        Assert.Equal(("16", null), (goals["16.7"].Parent, goals["16"].Parent));
        Assert.Equal("Paz, justicia e instituciones", goals["16"].Label);
    }

    [Fact]
    public void a_chosen_value_is_never_cut_off()
    {
        var choice = FacetChoice.Read(Facet.Region, ["coast"])!;

        var shown = new Narrowing(View, View.OfType("practice"), [choice]).Count(Facet.Region, 1);

        Assert.Equal([false, true], shown.Values.Select(value => value.Selected));
    }

    [Theory]
    [InlineData("region", "a..b")]
    [InlineData("year", "mil..2019")]
    [InlineData("year", "..")]
    [InlineData("year", "2015..2016..2017")]
    public void a_range_that_makes_no_sense_is_refused(string alias, string text) => Assert.Null(FacetChoice.Read(Facet.Find(alias)!, [text]));

    private static ItemRecord APractice(int number) => AnArchive.Practice(
        number,
        $"Práctica {number}",
        ("region", number % 4 == 0 ? "" : AnArchive.Udi(20 + (number % 2))),
        ("municipalities", number % 3 == 0 ? AnArchive.Udi(30, 31) : number % 3 == 1 ? AnArchive.Udi(30) : ""),
        ("sdgTargets", number % 5 == 0 ? AnArchive.Udi(25, 26) : ""),
        ("sdgGoals", number % 7 == 0 ? AnArchive.Udi(24) : ""),
        ("year", $"{2014 + (number % 6)}"),
        ("period", $"{2018 + (number % 3)}-07"));

    /// <summary>What the practice of a number, or a municipality, was made with: nothing of it comes from the index.</summary>
    private static IEnumerable<string> KeysOf(Facet facet, int ordinal)
    {
        var item = View[ordinal];
        if (facet.Alias == "type") return [item.Type.Alias];
        var number = Enumerable.Range(1, 300).Single(number => AnArchive.Key(number) == item.Key);
        return (facet.Alias, number) switch
        {
            ("region", 30) => ["northernSierra"],
            ("region", 31) => ["mixteca"],
            ("region", 32) => ["coast"],
            (_, < 100) => [],
            ("region", _) => number % 4 == 0 ? [] : [number % 2 == 0 ? "northernSierra" : "mixteca"],
            ("municipality", _) => (number % 3) switch { 0 => ["20001", "20077"], 1 => ["20001"], _ => [] },
            ("sdg", _) => [.. number % 5 == 0 ? ["16.7", "16.10", "16"] : Array.Empty<string>(), .. number % 7 == 0 ? ["6"] : Array.Empty<string>()],
            ("year", _) => [$"{2014 + (number % 6)}"],
            ("period", _) => [$"{2018 + (number % 3)}-07"],
            _ => [],
        };
    }
}
