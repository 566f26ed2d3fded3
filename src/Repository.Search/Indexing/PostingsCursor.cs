using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Repository.Search.Indexing;

/// <summary>
/// Walks the documents of one term in order. Documents are unpacked a block at a time; frequencies only when someone asks, positions only for the document
/// they are asked of. For one thread.
/// </summary>
internal sealed class PostingsCursor
{
    public const int NoMoreDocuments = int.MaxValue;

    private readonly FieldPostings _field;
    private readonly byte[] _postings;
    private readonly int[] _documents = new int[PackedBlock.Size + 1];
    private readonly int[] _frequencies = new int[PackedBlock.Size];
    private int _start;
    private int _directory;
    private int _positionsStart;
    private int _blockCount;
    private int _block;
    private int _count;
    private int _index;
    private int _frequenciesAt;
    private int _positionsAt;
    private int _positionsIndex;

    internal PostingsCursor(FieldPostings field, int term)
    {
        _field = field;
        _postings = field.Postings;
        if (!field.HasPositions) _frequencies.AsSpan().Fill(1);
        Open(term);
    }

    public int DocumentFrequency { get; private set; }

    /// <summary>The current document: -1 before the first, <see cref="NoMoreDocuments"/> after the last.</summary>
    public int Document { get; private set; }

    /// <summary>How often the term stands in the current document.</summary>
    public int Frequency
    {
        get
        {
            if (_frequenciesAt != 0) ReadFrequencies();
            return _frequencies[_index];
        }
    }

    internal bool HasDirectory => DocumentFrequency >= PackedBlock.Size;

    internal ReadOnlySpan<PostingsBlock> Directory =>
        HasDirectory ? MemoryMarshal.Cast<byte, PostingsBlock>(_postings.AsSpan(_directory, _blockCount * PostingsBlock.Bytes)) : [];

    /// <summary>The documents of the current block from the current one on; the one behind the last is <see cref="NoMoreDocuments"/>.</summary>
    internal ReadOnlySpan<int> Block => _documents.AsSpan(0, _count + 1);

    internal ReadOnlySpan<int> BlockFrequencies
    {
        get
        {
            if (_frequenciesAt != 0) ReadFrequencies();
            return _frequencies.AsSpan(0, _count);
        }
    }

    /// <summary>Where in the block the current document stands.</summary>
    internal int Index => _index;

    /// <summary>Changes whenever another block is unpacked.</summary>
    internal int BlockNumber => _block;

    /// <summary>Begins with another term of the same field.</summary>
    public void Open(int term)
    {
        _start = _field.PostingsStarts[term];
        DocumentFrequency = _field.DocumentFrequencies[term];
        _positionsStart = _field.HasPositions ? _field.PositionStarts[term] : 0;
        _blockCount = (DocumentFrequency + PackedBlock.Size - 1) / PackedBlock.Size;
        _directory = _field.PostingsStarts[term + 1] - (HasDirectory ? _blockCount * PostingsBlock.Bytes : 0);
        _block = -1;
        _count = _index = 0;
        Document = -1;
    }

    public int Next()
    {
        if (_index + 1 < _count) return Document = _documents[++_index];
        return NextBlock();
    }

    /// <summary>The first document not before the target, which must lie behind the current one.</summary>
    public int Advance(int target)
    {
        if (_block < 0 || target > _documents[_count - 1])
        {
            if (Document == NoMoreDocuments || !ReadBlock(BlockOf(target))) return Document = NoMoreDocuments;
            if (target > _documents[_count - 1]) return Document = NoMoreDocuments;
            _index = 0;
        }

        return MoveTo(target);
    }

    /// <summary>To the document at that place of the current block, or to the first of the next when the block is through.</summary>
    internal int Continue(int index)
    {
        if (index >= _count) return NextBlock();
        _index = index;
        return Document = _documents[index];
    }

    /// <summary>Adds all documents of the term, which has just been opened, to a set.</summary>
    public void AddTo(BitSet documents)
    {
        if (!HasDirectory)
        {
            AddRestTo(documents);
            return;
        }

        for (var more = Next() != NoMoreDocuments; more; more = Continue(_count) != NoMoreDocuments)
        {
            foreach (var document in Block[..^1]) documents.Add(document);
        }
    }

    /// <summary>Where the term stands in the current document, ascending.</summary>
    public void ReadPositions(Span<int> positions)
    {
        _ = Frequency;
        if (_index < _positionsIndex) throw new InvalidOperationException("Positions are read once for each document.");
        var skip = 0;
        for (var i = _positionsIndex; i < _index; i++) skip += _frequencies[i];
        var bytes = _field.Positions;
        var at = VarInt.Skip(bytes, _positionsAt, skip);
        var position = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            position += VarInt.Read(bytes, ref at);
            positions[i] = position;
        }

        _positionsAt = at;
        _positionsIndex = _index + 1;
    }

    /// <summary>The documents of a short list. A prefix may stand for a hundred thousand terms with one or two documents each.</summary>
    private void AddRestTo(BitSet documents)
    {
        var (at, document) = (_start, 0);
        for (var left = DocumentFrequency; left > 0; left--)
        {
            var value = VarInt.Read(_postings, ref at);
            document += _field.HasPositions ? value >>> 1 : value;
            documents.Add(document);
            if (_field.HasPositions && (value & 1) == 0) VarInt.Read(_postings, ref at);
        }

        Document = NoMoreDocuments;
    }

    private int NextBlock()
    {
        if (Document == NoMoreDocuments || !ReadBlock(_block + 1)) return Document = NoMoreDocuments;
        _index = 0;
        return Document = _documents[0];
    }

    private int MoveTo(int target)
    {
        var low = _index;
        var step = 1;
        while (low + step < _count && _documents[low + step] < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, _count - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_documents[middle] < target) low = middle + 1;
            else high = middle;
        }

        _index = low;
        return Document = _documents[low];
    }

    private int BlockOf(int target)
    {
        if (!HasDirectory) return _block + 1;
        var blocks = Directory;
        var low = _block + 1;
        var step = 1;
        while (low + step < blocks.Length && blocks[low + step - 1].LastDocument < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (blocks[middle].LastDocument < target) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool ReadBlock(int block)
    {
        if (block >= _blockCount)
        {
            _block = _blockCount;
            return false;
        }

        _block = block;
        var (at, before) = (_start, 0);
        _positionsAt = _positionsStart;
        if (HasDirectory)
        {
            var blocks = Directory;
            at += blocks[block].Start;
            _positionsAt += blocks[block].PositionsStart;
            if (block > 0) before = blocks[block - 1].LastDocument;
        }

        _positionsIndex = 0;
        var whole = (block + 1) * PackedBlock.Size <= DocumentFrequency;
        if (whole) ReadWhole(at, before);
        else ReadRest(at, before, DocumentFrequency - (block * PackedBlock.Size));
        _documents[_count] = NoMoreDocuments;
        return true;
    }

    private void ReadWhole(int at, int before)
    {
        int bits = _postings[at++];
        PackedBlock.UnpackAscending(ref _postings[at], bits, before, _documents);
        _count = PackedBlock.Size;
        _frequenciesAt = _field.HasPositions ? at + PackedBlock.Bytes(bits) : 0;
    }

    private void ReadFrequencies()
    {
        PackedBlock.Unpack(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_postings), _frequenciesAt + 1), _postings[_frequenciesAt], 1, _frequencies);
        _frequenciesAt = 0;
    }

    private void ReadRest(int at, int before, int count)
    {
        _count = count;
        for (var i = 0; i < count; i++)
        {
            var value = VarInt.Read(_postings, ref at);
            if (!_field.HasPositions)
            {
                _documents[i] = before += value;
                continue;
            }

            _documents[i] = before += value >>> 1;
            _frequencies[i] = (value & 1) == 1 ? 1 : VarInt.Read(_postings, ref at);
        }

        _frequenciesAt = 0;
    }
}
