using Repository.Search.Indexing;
using Repository.Search.Queries.Parsing;

namespace Repository.Search.Tests.Queries.Parsing;

/// <summary>The fields of the search contract, read by the smallest analyzers.</summary>
internal static class AnIndex
{
    private static readonly PlainAnalyzer Words = new();
    private static readonly PlainAnalyzer Keywords = new(whole: true);

    public static IndexSchema Schema { get; } = new(
        Words,
        [
            .. Fields(FieldKind.Text, Words, "title", "summary", "body", "municipality"),
            .. Fields(FieldKind.Keyword, Keywords, "region", "kind", "themes", "ods", "language"),
            .. Fields(FieldKind.Number, Keywords, "year"),
            .. Fields(FieldKind.Day, Keywords, "published"),
        ]);

    public static QueryParser Parser(DefaultOperator defaultOperator = DefaultOperator.Or) =>
        new(Schema, [new WeightedField("title", 4), new WeightedField("body")], defaultOperator);

    private static IEnumerable<FieldDefinition> Fields(FieldKind kind, PlainAnalyzer analyzer, params string[] names) =>
        names.Select(name => new FieldDefinition(name, kind, analyzer));
}
