using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Repository.Search;
using Repository.Search.Collecting;

namespace Repository.Web.Commands.Corpus;

/// <summary>An answer as one line of JSON: total, keys, scores with five decimals, and facets where they were asked for.</summary>
internal static class CorpusAnswer
{
    private const int FacetValues = 10;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IndexSearcher searcher, CorpusQuery query)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            if (query.Id is not null) json.WriteString("id", query.Id);
            if (query.Parse() is { } parsed) Write(json, searcher, searcher.Search(parsed, query.Take, allMatches: query.Facets.Count > 0), query);
            else Refuse(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Refuse(Utf8JsonWriter json)
    {
        json.WriteBoolean("error", true);
        json.WriteNumber("total", 0);
        json.WriteStartArray("ids");
        json.WriteEndArray();
        json.WriteStartArray("scores");
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IndexSearcher searcher, SearchResult result, CorpusQuery query)
    {
        json.WriteNumber("total", result.Total);
        json.WriteStartArray("ids");
        foreach (var hit in result.Hits) json.WriteStringValue(searcher.KeyOf(hit.Document));
        json.WriteEndArray();
        json.WriteStartArray("scores");
        foreach (var hit in result.Hits) json.WriteRawValue(hit.Score.ToString("F5", CultureInfo.InvariantCulture), skipInputValidation: true);
        json.WriteEndArray();
        if (query.Facets.Count == 0) return;
        json.WriteStartObject("facets");
        foreach (var field in query.Facets) Write(json, field, FacetCounts.Top(result.Matches!, field, FacetValues));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string field, IEnumerable<FacetValue> values)
    {
        json.WriteStartArray(field);
        foreach (var (value, count) in values)
        {
            json.WriteStartArray();
            json.WriteStringValue(value);
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
