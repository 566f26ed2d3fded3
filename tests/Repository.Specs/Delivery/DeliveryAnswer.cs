using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Repository.Specs.Delivery;

/// <summary>What the Delivery API answered, read to the end.</summary>
internal sealed record DeliveryAnswer(HttpStatusCode Status, string Text, HttpResponseMessage Message)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public int Total => Json.GetProperty("total").GetInt32();

    public IEnumerable<JsonElement> Items => Json.GetProperty("items").EnumerateArray();

    public IEnumerable<Guid> Ids => Items.Select(item => item.Key());

    public IEnumerable<string> Names => Items.Select(item => item.Text("name"));

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}

internal static class DeliveryClient
{
    public const string Root = "/umbraco/delivery/api/v2";

    /// <summary>Asks the Delivery API; a path that begins with a slash is asked of the site as it is.</summary>
    public static Task<DeliveryAnswer> GetAsync(this TestSite site, string path, params (string Name, string Value)[] headers) =>
        site.SendAsync(HttpMethod.Get, path, headers);

    public static async Task<DeliveryAnswer> SendAsync(this TestSite site, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"{Root}/{path}");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new DeliveryAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    public static async Task<JsonElement> JsonAsync(this TestSite site, string path, params (string Name, string Value)[] headers)
    {
        var answer = await site.GetAsync(path, headers);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Text}");
        return answer.Json;
    }

    public static Task<JsonElement> ItemAsync(this TestSite site, string handle, string query = "", params (string Name, string Value)[] headers) =>
        site.JsonAsync(string.Create(CultureInfo.InvariantCulture, $"content/item/{AnItem.KeyOf(handle)}{query}"), headers);

    /// <summary>All items of a list, in one answer.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ListAsync(this TestSite site, string query, params (string Name, string Value)[] headers)
    {
        var json = await site.JsonAsync($"content?take=1000000{(query.Length == 0 ? "" : $"&{query}")}", headers);
        return [.. json.GetProperty("items").EnumerateArray()];
    }

    public static async Task<string[]> NamesAsync(this TestSite site, string query, params (string Name, string Value)[] headers) =>
        [.. (await site.ListAsync(query, headers)).Select(item => item.Text("name"))];
}

internal static class JsonReading
{
    public static Guid Key(this JsonElement item) => item.GetProperty("id").GetGuid();

    public static string Text(this JsonElement item, string member) => item.GetProperty(member).GetString()!;

    public static string Path(this JsonElement item) => item.GetProperty("route").Text("path");

    public static JsonElement Property(this JsonElement item, string alias) => item.GetProperty("properties").GetProperty(alias);

    public static string[] Members(this JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    public static string[] PropertyNames(this JsonElement item) => item.GetProperty("properties").Members();
}
