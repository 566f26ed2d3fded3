using Repository.Core.Content;

namespace Repository.Web.Tests.Seed;

/// <summary>Nothing of the facts is lost on the way.</summary>
public sealed class SeedCountsTests
{
    [Theory]
    [InlineData("home", 1)]
    [InlineData("section", 17)]
    [InlineData("municipality", 570)]
    [InlineData("practice", 30)]
    [InlineData("glossaryTerm", 62)]
    [InlineData("actor", 110 + 3)]
    [InlineData("actionPlan", 2)]
    [InlineData("commitment", 22)]
    [InlineData("activity", 72 + 29)]
    [InlineData("programme", 1)]
    [InlineData("programmeNode", 4 + 8 + 22)]
    [InlineData("stateExercise", 32)]
    [InlineData("document", 5)]
    [InlineData("call", 1)]
    [InlineData("vocabulary", 57)]
    [InlineData("sentenceInfographic", 10)]
    [InlineData("outreachMaterial", 18)]
    public void there_are_as_many_as_the_facts_tell_of(string type, int count) => Assert.Equal(count, TheSeed.Of(type).Count());

    [Fact]
    public void the_oaxacan_plan_has_its_72_activities_below_its_eleven_commitments()
    {
        var commitments = TheSeed.Of("commitment").Where(commitment => Text(commitment.Content, "sourceId").StartsWith("pal-oax-2018-", StringComparison.Ordinal)).Select(commitment => commitment.Item.Key).ToHashSet();

        var activities = TheSeed.Of("activity").Count(activity => commitments.Contains(activity.Item.ParentKey!.Value));

        Assert.Equal(11, commitments.Count);
        Assert.Equal(72, activities);
    }

    [Theory]
    [InlineData("regions", 8)]
    [InlineData("themes", 25)]
    [InlineData("principles", 18)]
    [InlineData("communityForms", 19)]
    [InlineData("materialKinds", 21)]
    [InlineData("sdgGoals", 17)]
    [InlineData("sdgTargets", 169)]
    [InlineData("languages", 16)]
    [InlineData("openDataPrinciples", 10)]
    public void a_vocabulary_has_every_row_of_its_table(string key, int count)
    {
        var vocabulary = TheSeed.Of("vocabulary").Single(vocabulary => Text(vocabulary.Content, "key") == key);

        var terms = TheSeed.Of("term").Where(term => term.Item.ParentKey == vocabulary.Item.Key).Select(term => Text(term.Content, "key")).ToList();

        Assert.Equal(count, terms.Count);
        Assert.Equal(count, terms.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void every_vocabulary_of_the_facts_has_at_least_two_terms()
    {
        var terms = TheSeed.Of("term").ToLookup(term => term.Item.ParentKey);

        Assert.All(TheSeed.Of("vocabulary"), vocabulary => Assert.InRange(terms[vocabulary.Item.Key].Count(), 2, int.MaxValue));
    }

    [Fact]
    public void the_municipalities_hold_the_population_of_the_state()
    {
        var population = TheSeed.Of("municipality").Sum(municipality => long.Parse(Text(municipality.Content, "population"), System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(4_132_148, population);
    }

    private static string Text(ItemContent content, string alias) => content.Value(alias) ?? "";
}
