using System.Net;
using Repository.Specs.Delivery;

namespace Repository.Specs.Searching;

/// <summary>Asks <c>/api/v1/search</c>.</summary>
internal static class SearchClient
{
    public const string Root = "/api/v1/search";

    public static Task<DeliveryAnswer> SearchAsync(this TestSite site, string query) => site.GetAsync($"{Root}?{query}");

    public static async Task<string[]> FoundAsync(this TestSite site, string query)
    {
        var answer = await site.SearchAsync(query);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{query}: {answer.Status} {answer.Text}");
        return [.. answer.Names];
    }

    /// <summary>The counts of one facet, as <c>key=count</c>.</summary>
    public static async Task<string[]> FacetAsync(this TestSite site, string facet, string query)
    {
        var answer = await site.SearchAsync($"{query}&facets={facet}&take=0");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json.GetProperty("facets")[0].GetProperty("values").EnumerateArray().Select(value => $"{value.Text("key")}={value.GetProperty("count")}")];
    }
}
