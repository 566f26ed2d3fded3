using System.Collections.Frozen;
using Repository.Search.Analysis;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Rewriting;

/// <summary>
/// Lets a query find other words for the same thing. Whatever it found it goes on finding; documents with the other wordings come in addition, and count half. What
/// a query forbids or filters by is left as it is. Immutable and safe for many threads.
/// </summary>
public sealed class Synonyms
{
    private readonly FrozenDictionary<string, SynonymTable> _tables;

    /// <param name="groups">Each group holds wordings of one thing, of one word or several.</param>
    public Synonyms(IndexSchema schema, IEnumerable<IReadOnlyCollection<string>> groups)
    {
        IReadOnlyCollection<string>[] all = [.. groups];
        var byAnalyzer = new Dictionary<Analyzer, SynonymTable>(ReferenceEqualityComparer.Instance);
        foreach (var analyzer in schema.Fields.Where(field => field.Kind == FieldKind.Text).Select(field => field.Analyzer)) byAnalyzer.TryAdd(analyzer, new SynonymTable(analyzer, all));
        _tables = schema.Fields.Where(field => field.Kind == FieldKind.Text).ToFrozenDictionary(field => field.Name, field => byAnalyzer[field.Analyzer], StringComparer.Ordinal);
    }

    /// <summary>The same query where nothing in it has another wording.</summary>
    public Query Expand(Query query) => new SynonymExpansion(_tables).Of(query);
}
