using Repository.Search.Queries;
using Repository.Search.Queries.Parsing;

namespace Repository.Search.Tests.Queries.Parsing;

public sealed class QueryFiltersTests
{
    private static readonly Query Agua = new TermQuery("title", "agua");

    [Fact]
    public void values_are_alternatives_and_fields_are_all_required()
    {
        var filtered = Filtered(("region", ["Valles Centrales", "Costa"]), ("year", ["2020", "2021"]), ("published", ["2020-02"]));

        Assert.Equal(
            "+title:agua #(region:valles centrales region:costa) #(year:[2020 TO 2020] year:[2021 TO 2021]) #(published:[18293 TO 18321])",
            QueryText.Of(filtered.Query!));
    }

    [Fact]
    public void without_filters_the_query_is_itself() => Assert.Same(Agua, Filtered().Query);

    [Fact]
    public void a_filter_without_values_lets_nothing_pass() => Assert.Equal("+title:agua #()", QueryText.Of(Filtered(("region", [])).Query!));

    [Theory]
    [InlineData("year", "agua")]
    [InlineData("published", "2020-02-30")]
    public void a_value_that_cannot_be_one_is_refused(string field, string value) => Assert.NotNull(Filtered((field, [value])).Problem);

    private static ParseResult Filtered(params (string Field, IReadOnlyList<string> Values)[] filters) => QueryFilters.Apply(AnIndex.Schema, Agua, filters);
}
