using System.Net;

namespace Repository.Specs.Delivery;

/// <summary>Refusals, word for word: contract, section 7.</summary>
public sealed class ProblemTests(VillageSite village)
{
    private TestSite Site => village.Site;

    [Theory]
    [InlineData("content?fetch=nothing:/", "Selector option not found", "The attempted 'fetch' option does not exist")]
    [InlineData("content?filter=nothing:x", "Filter option not found", "One of the attempted 'filter' options does not exist")]
    [InlineData("content?sort=nothing:x", "Sort option not found", "One of the attempted 'sort' options does not exist")]
    [InlineData("media?fetch=nothing:/", "Selector option not found", "The attempted 'fetch' option does not exist")]
    [InlineData("media?fetch=children:/&filter=nothing:x", "Filter option not found", "One of the attempted 'filter' options does not exist")]
    [InlineData("media?fetch=children:/&sort=nothing:x", "Sort option not found", "One of the attempted 'sort' options does not exist")]
    public async Task what_a_query_cannot_be_is_told_in_umbracos_words(string path, string title, string detail)
    {
        var answer = await Site.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(["detail", "status", "title", "type"], answer.Json.Members().Order(StringComparer.Ordinal));
        Assert.Equal(("Error", title, detail, 400), (answer.Json.Text("type"), answer.Json.Text("title"), answer.Json.Text("detail"), answer.Json.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("content/items?id=nothing", "id", "nothing")]
    [InlineData("content/items?id=11111111-1111-1111-1111-111111111111&id=1111", "id", "1111")]
    [InlineData("media/items?id=%C3%B1%22%3C", "id", "ñ\"<")]
    [InlineData("content?take=ten", "take", "ten")]
    public async Task a_value_that_cannot_be_read_is_a_validation_problem(string path, string name, string value)
    {
        var answer = await Site.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("One or more validation errors occurred.", answer.Json.Text("title"));
        Assert.StartsWith("https://tools.ietf.org/html/rfc9110", answer.Json.Text("type"), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Json.Text("traceId"));
        Assert.Equal($"The value '{value}' is not valid.", answer.Json.GetProperty("errors").GetProperty(name)[0].GetString());
    }

    [Theory]
    [InlineData("content?fetch=nothing:/&filter=nothing:x&sort=nothing:x", "Selector option not found")]
    [InlineData("content?sort=nothing:x&filter=nothing:x", "Filter option not found")]
    [InlineData("content?sort=nothing:x&fetch=children:/nothing", "Sort option not found")]
    public async Task selectors_are_checked_before_filters_and_filters_before_sorts(string path, string title) =>
        Assert.Equal(title, (await Site.GetAsync(path)).Json.Text("title"));

    [Fact]
    public async Task access_is_checked_before_the_start_item_and_the_start_item_before_the_query()
    {
        var access = await Site.GetAsync("content?fetch=nothing:/", ("Preview", "true"), ("Start-Item", "nothing"));
        var start = await Site.GetAsync("content?fetch=nothing:/", ("Start-Item", "nothing"));

        Assert.Equal(HttpStatusCode.Unauthorized, access.Status);
        Assert.Equal(HttpStatusCode.NotFound, start.Status);
    }

    [Theory]
    [InlineData("content/items")]
    [InlineData("content/items?id=")]
    [InlineData("content/items?id=11111111-1111-1111-1111-111111111111")]
    [InlineData("media/items")]
    [InlineData("media/items?id=11111111-1111-1111-1111-111111111111")]
    public async Task none_by_key_is_an_empty_array(string path)
    {
        var answer = await Site.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, "[]"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task real_clients_are_borne_with()
    {
        (string Path, (string, string)[] Headers)[] requests =
        [
            ("content/?expand=", [("Api-Key", "undefined"), ("Preview", "false")]),
            ("content/item//practicas/?expand=", [("Api-Key", "undefined")]),
            ("content/?filter=contentType:practice&sort=createDate:desc?expand=property:municipality", []),
            ("content?fetch=children:/&filter=createDate>2020-01-01&expand=properties[$all]", [("Content-Type", "application/json")]),
        ];

        foreach (var (path, headers) in requests) Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync(path, headers)).Status);
    }
}
