using System.Collections.Frozen;

namespace Repository.Search.Indexing;

/// <summary>Makes one segment of several, without what was deleted from them. Documents keep their order.</summary>
internal sealed class SegmentMerger
{
    private readonly IReadOnlyList<LiveSegment> _sources;
    private readonly int[][] _places;
    private readonly int _count;

    private SegmentMerger(IReadOnlyList<LiveSegment> sources)
    {
        _sources = sources;
        _places = new int[sources.Count][];
        for (var i = 0; i < sources.Count; i++)
        {
            var places = _places[i] = new int[sources[i].Segment.DocumentCount];
            for (var document = 0; document < places.Length; document++) places[document] = sources[i].Deleted?[document] == true ? -1 : _count++;
        }
    }

    public static Segment Merge(IReadOnlyList<LiveSegment> sources) => new SegmentMerger(sources).Merge();

    private Segment Merge()
    {
        var (keys, documents) = Keys().Sort();
        return new Segment
        {
            DocumentCount = _count,
            Keys = new KeyColumn(keys, documents),
            Fields = Names(segment => segment.Fields.Keys).ToFrozenDictionary(name => name, Postings, StringComparer.Ordinal),
            Points = Names(segment => segment.Points.Keys).ToFrozenDictionary(name => name, Points, StringComparer.Ordinal),
            Facets = Names(segment => segment.Facets.Keys).ToFrozenDictionary(name => name, Facets, StringComparer.Ordinal),
        };
    }

    private IEnumerable<string> Names(Func<Segment, IEnumerable<string>> of) => _sources.SelectMany(source => of(source.Segment)).Distinct(StringComparer.Ordinal);

    private TermTable Keys()
    {
        var keys = new TermTable();
        for (var i = 0; i < _sources.Count; i++)
        {
            var places = _places[i];
            for (var document = 0; document < places.Length; document++)
            {
                if (places[document] >= 0) keys.Number(_sources[i].Segment.Keys.BytesOf(document));
            }
        }

        return keys;
    }

    private FieldPostings Postings(string name) => new PostingsMerger(_count, [.. _sources.Select((source, i) => (source.Segment.Field(name), _places[i]))]).Merge();

    private PointColumn Points(string name)
    {
        var gatherer = new PointGatherer();
        for (var i = 0; i < _sources.Count; i++)
        {
            if (_sources[i].Segment.PointsOf(name) is not { } points) continue;
            for (var at = 0; at < points.Values.Length; at++)
            {
                var place = _places[i][points.Documents[at]];
                if (place >= 0) gatherer.Add(place, points.Values[at]);
            }
        }

        return gatherer.Finish();
    }

    private FacetColumn Facets(string name)
    {
        var gatherer = new FacetGatherer();
        for (var i = 0; i < _sources.Count; i++)
        {
            var column = _sources[i].Segment.FacetsOf(name);
            for (var document = 0; document < _places[i].Length; document++)
            {
                if (_places[i][document] < 0) continue;
                gatherer.BeginDocument();
                if (column is null) continue;
                foreach (var ordinal in column.Of(document)) gatherer.Add(column.Values[ordinal]);
            }
        }

        return gatherer.Finish();
    }
}
