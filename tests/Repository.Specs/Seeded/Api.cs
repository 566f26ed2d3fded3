using System.Net;
using System.Text.Json;

namespace Repository.Specs.Seeded;

/// <summary>A client that knows the contract and nothing else.</summary>
public sealed class Api(HttpClient client)
{
    private const string Root = "/umbraco/delivery/api/v2";

    /// <summary>Headers are written as <c>Name: value</c>.</summary>
    public async Task<Reply> GetAsync(string path, params string[] headers) => await SendAsync(HttpMethod.Get, Root + path, headers);

    public async Task<Reply> SendAsync(HttpMethod method, string address, params string[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(client.BaseAddress + address.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The items of a list that must be there.</summary>
    public async Task<JsonElement[]> ItemsAsync(string query, params string[] headers)
    {
        var reply = await GetAsync($"/content{query}", headers);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return [.. reply.Json.GetProperty("items").EnumerateArray()];
    }

    public async Task<string[]> NamesAsync(string query, params string[] headers) => [.. (await ItemsAsync(query, headers)).Select(item => item.Name())];

    public async Task<int> TotalAsync(string query, params string[] headers)
    {
        var reply = await GetAsync($"/content{query}", headers);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply.Json.GetProperty("total").GetInt32();
    }
}

/// <summary>What came back.</summary>
public sealed class Reply(HttpResponseMessage response, byte[] body)
{
    public HttpStatusCode Status { get; } = response.StatusCode;

    public byte[] Body => body;

    public string Text { get; } = System.Text.Encoding.UTF8.GetString(body);

    public string? MediaType { get; } = response.Content.Headers.ContentType?.MediaType;

    public JsonElement Json => JsonElement.Parse(body);

    private readonly Dictionary<string, string> _headers = response.Headers.Concat(response.Content.Headers)
        .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    public string? Header(string name) => _headers.GetValueOrDefault(name);
}

public static class JsonReading
{
    extension(JsonElement json)
    {
        public string Name() => json.GetProperty("name").GetString()!;

        public string Id() => json.GetProperty("id").GetString()!;

        public string Type() => json.GetProperty("contentType").GetString()!;

        public string Path() => json.GetProperty("route").GetProperty("path").GetString()!;

        public JsonElement Property(string alias) => json.GetProperty("properties").GetProperty(alias);

        public string[] Members() => [.. json.EnumerateObject().Select(member => member.Name)];

        public string Text(string member) => json.GetProperty(member).GetString()!;
    }
}
