using System.Text.Json;
using Repository.Search.Queries;
using Repository.Search.Queries.Parsing;
using Repository.Web.Operations;

namespace Repository.Web.Commands.Corpus;

/// <summary>One line of a file of queries.</summary>
internal sealed record CorpusQuery(string? Id, string Kind, string Text, int Take, IReadOnlyList<string> Facets, QueryParser Parser, IReadOnlyList<(string Field, IReadOnlyList<string> Values)> Filters)
{
    private const int DefaultTake = 10;
    private static readonly WeightedField[] DefaultFields = [new("title", 4), new("summary", 2), new("body", 1)];

    public static List<CorpusQuery> ReadAll(string path)
    {
        var queries = new List<CorpusQuery>();
        foreach (var line in File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                queries.Add(Read(json.RootElement));
            }
            catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new StartRefusedException($"{path}, query {queries.Count + 1}: {broken.Message}", broken);
            }
        }

        return queries;
    }

    /// <summary>The query with its filters; null when it is refused.</summary>
    public Query? Parse()
    {
        var parsed = Parser.Parse(Text);
        return parsed.Query is null ? null : QueryFilters.Apply(CorpusSchema.Instance, parsed.Query, Filters).Query;
    }

    private static CorpusQuery Read(JsonElement json)
    {
        var fields = json.TryGetProperty("fields", out var given) ? [.. given.EnumerateObject().Select(field => new WeightedField(field.Name, field.Value.GetSingle()))] : DefaultFields;
        var all = json.TryGetProperty("op", out var op) && string.Equals(op.GetString(), "and", StringComparison.OrdinalIgnoreCase);
        return new CorpusQuery(
            json.TryGetProperty("id", out var id) ? CorpusDocuments.Texts(id).Single() : null,
            json.TryGetProperty("class", out var kind) ? kind.GetString()! : "all",
            json.GetProperty("q").GetString()!,
            json.TryGetProperty("k", out var take) ? (int)take.GetDouble() : DefaultTake,
            json.TryGetProperty("facets", out var facets) ? [.. CorpusDocuments.Texts(facets)] : [],
            new QueryParser(CorpusSchema.Instance, fields, all ? DefaultOperator.And : DefaultOperator.Or),
            json.TryGetProperty("filters", out var filters) ? [.. filters.EnumerateObject().Select(filter => (filter.Name, (IReadOnlyList<string>)[.. CorpusDocuments.Texts(filter.Value)]))] : []);
    }
}
