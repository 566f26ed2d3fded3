using System.Runtime.InteropServices;

namespace Repository.Search.Indexing;

/// <summary>
/// Writes the postings of one field, term by term in order. A list is blocks of 128 documents, packed, and a rest of single numbers; a list with at least one
/// whole block ends with its directory. Positions go to a stream of their own, which only phrases read.
/// </summary>
/// <param name="lengths">How long the field is in each document; null for keywords.</param>
/// <param name="room">About how many bytes there will be of postings and of positions, where that is known: what grows by doubling leaves as much behind.</param>
internal sealed class PostingsWriter(byte[]? lengths, (int Postings, int Positions) room = default)
{
    private readonly ByteWriter _postings = new(Math.Max(1 << 16, room.Postings));
    private readonly ByteWriter _positions = new(Math.Max(1 << 16, room.Positions));
    private readonly List<int> _frequencies = [];
    private readonly List<int> _postingsStarts = [];
    private readonly List<int> _positionStarts = [];
    private readonly List<PostingsBlock> _blocks = [];
    private readonly int[] _documents = new int[PackedBlock.Size];
    private readonly int[] _counts = new int[PackedBlock.Size];
    private int _pending;
    private int _written;
    private int _blockPositions;

    private int PostingsStart => _postingsStarts[^1];

    private int PositionsStart => _positionStarts[^1];

    public void BeginTerm()
    {
        _postingsStarts.Add(_postings.Length);
        _positionStarts.Add(_positions.Length);
        _blocks.Clear();
        _pending = 0;
        _written = 0;
        _blockPositions = 0;
    }

    /// <summary>The next document of the term, with where the term stands in it; keywords have no positions.</summary>
    public void Add(int document, ReadOnlySpan<int> positions)
    {
        if (_pending == 0) _blockPositions = _positions.Length - PositionsStart;
        _documents[_pending] = document;
        _counts[_pending++] = positions.Length;
        var before = 0;
        foreach (var position in positions)
        {
            _positions.WriteVarInt(position - before);
            before = position;
        }

        if (_pending == PackedBlock.Size) WriteBlock();
    }

    public void EndTerm()
    {
        _frequencies.Add((_written * PackedBlock.Size) + _pending);
        if (_pending > 0) WriteRest();
        if (_written > 0) _postings.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_blocks)));
    }

    public FieldPostings Finish(TermDictionary terms, int documents, long tokens) => new()
    {
        Terms = terms,
        DocumentCount = documents,
        TotalTokens = tokens,
        Lengths = lengths,
        DocumentFrequencies = [.. _frequencies],
        PostingsStarts = [.. _postingsStarts, _postings.Length],
        Postings = _postings.ToArray(),
        PositionStarts = lengths is null ? [] : [.. _positionStarts],
        Positions = _positions.ToArray(),
    };

    private void WriteBlock()
    {
        var start = _postings.Length - PostingsStart;
        var before = _blocks.Count == 0 ? 0 : _blocks[^1].LastDocument;
        _blocks.Add(Describe(start));
        PackedBlock.ToDistances(_documents, before);
        var documentBits = PackedBlock.BitsFor(_documents);
        _postings.WriteByte((byte)documentBits);
        PackedBlock.Pack(_documents, documentBits, _postings.Take(PackedBlock.Bytes(documentBits)));
        if (lengths is not null) WriteFrequencies();
        _pending = 0;
        _written++;
    }

    private void WriteFrequencies()
    {
        foreach (ref var count in _counts.AsSpan()) count--;
        var bits = PackedBlock.BitsFor(_counts);
        _postings.WriteByte((byte)bits);
        PackedBlock.Pack(_counts, bits, _postings.Take(PackedBlock.Bytes(bits)));
    }

    private void WriteRest()
    {
        var before = _blocks.Count == 0 ? 0 : _blocks[^1].LastDocument;
        if (_written > 0) _blocks.Add(Describe(_postings.Length - PostingsStart));
        for (var i = 0; i < _pending; i++)
        {
            var distance = _documents[i] - before;
            before = _documents[i];
            if (lengths is null)
            {
                _postings.WriteVarInt(distance);
                continue;
            }

            // Most terms stand once in a document: the lowest bit says so and saves the count.
            var once = _counts[i] == 1;
            _postings.WriteVarInt((distance << 1) | (once ? 1 : 0));
            if (!once) _postings.WriteVarInt(_counts[i]);
        }
    }

    private PostingsBlock Describe(int start)
    {
        var most = 1;
        var shortest = byte.MaxValue;
        if (lengths is not null)
        {
            for (var i = 0; i < _pending; i++)
            {
                most = Math.Max(most, _counts[i]);
                shortest = Math.Min(shortest, lengths[_documents[i]]);
            }
        }

        return new PostingsBlock(_documents[_pending - 1], start, _blockPositions, most, shortest);
    }
}
