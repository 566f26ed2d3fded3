using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Search.Queries.Parsing;
using Repository.Web.Delivery;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>A question to the search, read from an address: every parameter is known and means something, or the question is refused.</summary>
internal sealed record SearchRequest
{
    public const int MostTake = 200;
    private const int DefaultTake = 20;
    public const int MostSkip = 10_000;
    private const int DefaultFacetSize = 20;
    private const int MostFacetSize = 600;
    private static readonly string[] Own = ["q", "op", "facets", "facetSize", "zero", "sort", "lang", "take", "skip", "after", "highlight", .. SearchPlace.Parameters];

    /// <summary>The facets that are counted when someone asks for them.</summary>
    private static readonly ImmutableArray<string> Counted = ["type", "region", "municipality", "principle", "theme", "communityForm", "sdg", "kind", "year", "language", "status"];

    /// <summary>Every parameter there is.</summary>
    public static readonly FrozenSet<string> Names = Own.Concat(Facet.OfSearch.Select(facet => facet.Alias)).ToFrozenSet(StringComparer.Ordinal);

    public required Searchable Searchable { get; init; }

    public required TreeView View { get; init; }

    public required SearchText? Text { get; init; }

    public required SearchPlace Place { get; init; }

    public required ImmutableArray<FacetChoice> Choices { get; init; }

    public required ImmutableArray<Facet> Facets { get; init; }

    public required int FacetSize { get; init; }

    public required bool Zero { get; init; }

    public required SearchSort Sort { get; init; }

    public required int Skip { get; init; }

    public required int Take { get; init; }

    public required SearchCursor? After { get; init; }

    public required bool Highlight { get; init; }

    public static Outcome<SearchRequest> Read(IQueryCollection query, Searchable searchable)
    {
        foreach (var name in query.Keys)
        {
            if (!Names.Contains(name)) return SearchProblem.Unknown(name);
        }

        if (Culture(query, searchable) is not { } culture) return SearchProblem.NotAmong("lang", searchable.Snapshot.Schema.Languages.Select(language => language.Tag));
        if (Number(query, "take", DefaultTake, 0, MostTake) is not { } take) return SearchProblem.Number("take", 0, MostTake);
        if (Number(query, "skip", 0, 0, MostSkip) is not { } skip) return SearchProblem.Number("skip", 0, MostSkip);
        if (Number(query, "facetSize", DefaultFacetSize, 1, MostFacetSize) is not { } facetSize) return SearchProblem.Number("facetSize", 1, MostFacetSize);
        if (Switch(query, "zero", false) is not { } zero) return SearchProblem.NotAmong("zero", ["0", "1"]);
        if (Switch(query, "highlight", true) is not { } highlight) return SearchProblem.NotAmong("highlight", ["0", "1"]);
        if (Operator(query["op"].ToString()) is not { } op) return SearchProblem.NotAmong("op", ["or", "and"]);

        var facets = Listed(query, "facets").Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (facets.FirstOrDefault(alias => !Counted.Contains(alias)) is not null) return SearchProblem.NotAmong("facets", Counted);

        if (!SearchPlace.Read(query).Is(out var place, out var misplaced)) return misplaced;

        var choices = Facet.OfSearch.Where(facet => query.ContainsKey(facet.Alias)).Select(facet => (facet.Alias, Choice: FacetChoice.Read(facet, Listed(query, facet.Alias)))).ToList();
        if (choices.Find(read => read.Choice is null).Alias is { } refused) return SearchProblem.Range(refused);

        var typed = query["q"].ToString();
        var text = string.IsNullOrWhiteSpace(typed) ? null : SearchText.Read(typed, searchable.Snapshot.View(ItemKind.Document, culture), op);
        if (text is null && !string.IsNullOrWhiteSpace(typed)) return SearchProblem.TooLong;

        var sort = query["sort"].ToString() is { Length: > 0 } named ? SearchSort.Find(named) : text is null ? SearchSort.Tree : SearchSort.Relevance;
        if (sort is null) return SearchProblem.NotAmong("sort", SearchSort.Names);
        if (sort == SearchSort.Relevance && text is null) return SearchProblem.Parameter("sort", "Ordenar por relevancia necesita un texto en \"q\".");
        if (sort == SearchSort.Distance && place.Near is null) return SearchProblem.Parameter("sort", "Ordenar por distancia necesita un punto en \"near\".");

        SearchCursor? after = null;
        if (query["after"].ToString() is { Length: > 0 } cursor && (after = SearchCursor.Read(cursor)) is null) return SearchProblem.Parameter("after", "El cursor no es de esta búsqueda.");

        return new SearchRequest
        {
            Searchable = searchable,
            View = searchable.Snapshot.View(ItemKind.Document, culture),
            Text = text,
            Place = place,
            Choices = [.. choices.Select(read => read.Choice!)],
            Facets = [.. facets.Select(alias => Facet.Find(alias)!)],
            FacetSize = facetSize,
            Zero = zero,
            Sort = sort,
            Skip = skip,
            Take = take,
            After = after,
            Highlight = highlight,
        };
    }

    /// <summary>The culture asked for; null when there is none of that name.</summary>
    public static string? Culture(IQueryCollection query, Searchable searchable) =>
        query["lang"].ToString() is { Length: > 0 } lang ? searchable.Snapshot.Schema.KnownTag(lang) : searchable.Snapshot.Schema.DefaultLanguage.Tag;

    /// <summary>Values stand between commas, or the parameter several times.</summary>
    private static IEnumerable<string> Listed(IQueryCollection query, string name) =>
        query[name].OfType<string>().SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A whole number between two; null when it is none.</summary>
    public static int? Number(IQueryCollection query, string name, int absent, int least, int most)
    {
        if (query[name].ToString() is not { Length: > 0 } text) return absent;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
    }

    private static bool? Switch(IQueryCollection query, string name, bool absent) => query[name].ToString() switch
    {
        "" => absent,
        "1" => true,
        "0" => false,
        _ => null,
    };

    private static DefaultOperator? Operator(string text) => text.ToLowerInvariant() switch
    {
        "" or "or" => DefaultOperator.Or,
        "and" => DefaultOperator.And,
        _ => null,
    };
}
