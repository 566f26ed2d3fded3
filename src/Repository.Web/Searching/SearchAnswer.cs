using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Repository.Core.Publishing.Facets;

namespace Repository.Web.Searching;

internal sealed record SearchAnswer(int Total, QueryAnswer Query, IReadOnlyList<ItemAnswer> Items, IReadOnlyList<FacetAnswer> Facets, string? Next);

internal sealed record QueryAnswer(string Text, string Understood, string? Suggestion);

internal sealed record ItemAnswer(
    Guid Id, string ContentType, string Name, RouteAnswer Route, float? Score, IReadOnlyDictionary<string, string>? Highlights, double? DistanceKm, FactsAnswer Facts);

internal sealed record RouteAnswer(string Path, StartItemAnswer StartItem);

internal sealed record StartItemAnswer(Guid Id, string Path);

internal sealed record FactsAnswer(string? Region, string? Municipality, int? Year, string? Kind);

internal sealed record FacetAnswer(string Field, IReadOnlyList<FacetValue> Values, int Missing);

[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(SuggestAnswer))]
internal sealed partial class SearchJson : JsonSerializerContext
{
    /// <summary>Letters stand as themselves; the answer is JSON and nothing else.</summary>
    public static readonly SearchJson Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
