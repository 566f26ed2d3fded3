using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Search.Analysis;

namespace Repository.Search.Indexing;

/// <summary>The fields of an index. Immutable; a field that is not here holds nothing, and asking for it finds nothing.</summary>
public sealed class IndexSchema
{
    private readonly FrozenDictionary<string, FieldDefinition> _byName;
    private readonly Analyzer _analyzerOfOthers;

    /// <param name="analyzerOfOthers">Reads what is asked of fields that do not exist, so that a word of nothing but stop words vanishes there as well.</param>
    public IndexSchema(Analyzer analyzerOfOthers, params ReadOnlySpan<FieldDefinition> fields)
    {
        _analyzerOfOthers = analyzerOfOthers;
        Fields = [.. fields];
        _byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<FieldDefinition> Fields { get; }

    public FieldDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    public Analyzer AnalyzerOf(string name) => Find(name)?.Analyzer ?? _analyzerOfOthers;
}
