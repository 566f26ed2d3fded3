using System.Collections.Frozen;

namespace Repository.Search.Indexing;

/// <summary>Inverts documents in memory; <see cref="Finish"/> makes a segment of them. Documents keep the order in which they were added.</summary>
internal sealed class SegmentBuilder
{
    private readonly IndexSchema _schema;
    private readonly TermTable _keys = new();
    private readonly Dictionary<string, FieldInverter> _inverters = [];
    private readonly Dictionary<string, PointGatherer> _points = [];
    private readonly Dictionary<string, FacetGatherer> _facets = [];

    public SegmentBuilder(IndexSchema schema)
    {
        _schema = schema;
        foreach (var field in schema.Fields)
        {
            if (field.HasTerms) _inverters.Add(field.Name, new FieldInverter(field));
            else _points.Add(field.Name, new PointGatherer());
            if (field.Faceted) _facets.Add(field.Name, new FacetGatherer());
        }
    }

    public int DocumentCount { get; private set; }

    /// <summary>How much is held in memory: the number of tokens.</summary>
    public long TokenCount => _inverters.Values.Sum(inverter => (long)inverter.TokenCount);

    /// <summary>Adds a document. Values of fields the schema does not know are passed over; a number or day that is none is refused.</summary>
    public void Add(IndexDocument document)
    {
        if (_keys.Number(document.Key) != DocumentCount) throw new ArgumentException($"Two documents of one segment have the key '{document.Key}'.", nameof(document));
        foreach (var inverter in _inverters.Values) inverter.BeginDocument();
        foreach (var facet in _facets.Values) facet.BeginDocument();
        foreach (var (field, value) in document.Values)
        {
            if (_schema.Find(field) is { } definition) Add(definition, value);
        }

        DocumentCount++;
    }

    public Segment Finish()
    {
        var (keys, documents) = _keys.Sort();
        return new Segment
        {
            DocumentCount = DocumentCount,
            Keys = new KeyColumn(keys, documents),
            Fields = _inverters.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Finish(), StringComparer.Ordinal),
            Points = _points.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Finish(), StringComparer.Ordinal),
            Facets = _facets.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Finish(), StringComparer.Ordinal),
        };
    }

    private void Add(FieldDefinition field, string value)
    {
        if (field.HasTerms)
        {
            _inverters[field.Name].Add(value);
        }
        else
        {
            var number = Values.Read(field.Kind, value) ?? throw new FormatException($"The field '{field.Name}' does not take '{value}'.");
            _points[field.Name].Add(DocumentCount, number);
        }

        if (field.Faceted) _facets[field.Name].Add(value);
    }
}
