using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Indexing;
using Repository.Search.Queries;

namespace Repository.Search.Tests;

/// <summary>Made-up documents and queries over few words, so that they meet.</summary>
internal static class Written
{
    private static readonly string[] Vocabulary = ["agua", "aguas", "asamblea", "bosque", "comité", "faena", "milpa", "ñandú", "tequio", "𝒳"];

    public static Gen<IndexDocument> Document(int keys) =>
        from key in Gen.Choose(0, keys - 1)
        from length in Gen.Frequency((8, Gen.Choose(0, 12)), (1, Gen.Choose(100, 400)))
        from words in Gen.Elements(Vocabulary).ArrayOf(length)
        from tag in Gen.Elements(Vocabulary)
        from year in Gen.Choose(1990, 2030)
        select new IndexDocument($"d{key}").Add("text", string.Join(' ', words)).Add("tag", tag).Add("year", year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Gen<Query> Query(int depth) => depth == 0 ? Leaf() : Gen.Frequency((2, Leaf()), (3, Boolean(depth)));

    private static Gen<Query> Leaf() => Gen.OneOf(
        Gen.Elements(Vocabulary).Select(word => (Query)new TermQuery("text", word)),
        Gen.Elements(Vocabulary).Select(word => (Query)new TermQuery("tag", word)),
        Gen.Elements("a", "agua", "ñ", "zz", "").Select(prefix => (Query)new PrefixQuery("text", prefix)),
        Phrase(),
        Gen.Elements("a*", "?gua", "*a*", "ag?a*", "*é", "ñ*", "a*a*a*", "??", "*", "?").Select(pattern => (Query)new WildcardQuery("text", pattern)),
        Gen.Elements(Vocabulary).ArrayOf(2).Select(ends => (Query)new TermRangeQuery("text", ends[0], ends[1], true, false)),
        Gen.Choose(1985, 2035).ArrayOf(2).Select(years => (Query)new ValueRangeQuery("year", years[0], years[1])),
        Gen.Elements(Vocabulary).Select(word => (Query)new BoostQuery(new TermQuery("text", word), 2.5f)));

    /// <summary>Few different words, so that they repeat, with a hole now and then.</summary>
    private static Gen<Query> Phrase() =>
        from count in Gen.Choose(2, 5)
        from words in Gen.Elements("agua", "faena", "milpa").ArrayOf(count)
        from steps in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Constant(2))).ArrayOf(count)
        select (Query)new PhraseQuery("text", [.. words], [.. Enumerable.Range(0, count).Select(place => steps.Take(place).Sum())]);

    private static Gen<Query> Boolean(int depth) =>
        from count in Gen.Frequency((9, Gen.Choose(1, 4)), (1, Gen.Choose(17, 40)))
        from roles in Gen.Frequency((3, Gen.Constant(Occur.Should)), (2, Gen.Constant(Occur.Must)), (1, Gen.Constant(Occur.MustNot)), (1, Gen.Constant(Occur.Filter))).ArrayOf(count)
        from queries in Query(depth - 1).ArrayOf(count)
        select (Query)new BooleanQuery([.. roles.Zip(queries, (role, query) => new BooleanClause(role, query))]);
}
