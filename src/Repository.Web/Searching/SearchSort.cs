using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Web.Searching;

/// <summary>The orders a search is answered in. Relevance and distance have no fields: they come from the index and the map.</summary>
internal sealed record SearchSort(string Name, ImmutableArray<Sort> Fields)
{
    public static readonly SearchSort Relevance = new("relevance", []);
    public static readonly SearchSort Distance = new("distance", []);
    public static readonly SearchSort Tree = new("tree", []);

    private static readonly FrozenDictionary<string, SearchSort> All = new[]
    {
        Relevance,
        Distance,
        Tree,
        new SearchSort("newest", [new Sort(SortField.CreateDate, Descending: true)]),
        new SearchSort("oldest", [new Sort(SortField.CreateDate, Descending: false)]),
        new SearchSort("title", [new Sort(SortField.Name, Descending: false)]),
        new SearchSort("year", [new Sort(SortField.Year, Descending: true)]),
    }.ToFrozenDictionary(sort => sort.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    public static SearchSort? Find(string name) => All.GetValueOrDefault(name);
}
