using System.Text.Json.Nodes;

namespace Repository.Web.Seed;

/// <summary>A link to a document, to a file, or out of the repository.</summary>
internal sealed record SeedLink(string? Title, string? Udi, string? Url)
{
    public static SeedLink To(Guid document, string? title = null) => new(title, $"umb://document/{document:n}", null);

    public static SeedLink To(SeedFile file, string? title = null) => new(title, $"umb://media/{file.Key:n}", null);

    /// <summary>Sources often give an address without its scheme.</summary>
    public static SeedLink Out(string address, string? title = null) =>
        new(title ?? address, null, address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}");

    /// <summary>None for an address the source does not give.</summary>
    public static IEnumerable<SeedLink> OutWhereGiven(string address, string? title = null) => address.Length == 0 ? [] : [Out(address, title)];

    public JsonObject Json() => new() { ["name"] = Title, ["target"] = null, ["udi"] = Udi, ["url"] = Url, ["queryString"] = null };
}
