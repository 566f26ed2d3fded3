using Repository.Search.Analysis;
using Repository.Search.Indexing;

namespace Repository.Web.Commands.Corpus;

/// <summary>The fields of the documents that both Apache Lucene and this program index for comparison, as the harness in benchmarks/lucene has them.</summary>
internal static class CorpusSchema
{
    public const string Key = "id";

    public static readonly IndexSchema Instance = new(
        SpanishAnalyzer.Instance,
        new FieldDefinition("title", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("summary", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("body", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("municipality", FieldKind.Text, SpanishAnalyzer.Instance, Faceted: true),
        new FieldDefinition("region", FieldKind.Keyword, KeywordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("kind", FieldKind.Keyword, KeywordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("themes", FieldKind.Keyword, KeywordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("ods", FieldKind.Keyword, KeywordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("language", FieldKind.Keyword, KeywordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("year", FieldKind.Number, KeywordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("published", FieldKind.Day, KeywordAnalyzer.Instance));
}
