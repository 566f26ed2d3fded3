using System.Collections.Frozen;
using Repository.Search.Indexing;

namespace Repository.Search.Saving;

/// <summary>A segment as a file: its arrays one after the other, as they lie in memory, and a checksum.</summary>
internal static class SegmentFile
{
    /// <summary>To be raised with every change of what is in a file: files of another version are not read.</summary>
    public const int Version = 1;

    public static void Write(Segment segment, Stream stream)
    {
        var writer = new ChecksummedWriter(stream);
        writer.Write(Version);
        writer.Write(segment.DocumentCount);
        Write(writer, segment.Keys.Keys);
        writer.Write(segment.Keys.Documents);
        WriteAll(writer, segment.Fields, Write);
        WriteAll(writer, segment.Points, Write);
        WriteAll(writer, segment.Facets, Write);
        writer.Finish();
    }

    public static Segment Read(Stream stream)
    {
        var reader = new ChecksummedReader(stream);
        if (reader.ReadInt() != Version) throw new InvalidDataException("The file is of another version.");
        var documents = reader.ReadInt();
        var (keys, documentsOfKeys) = (ReadTerms(reader), reader.ReadArray<int>());
        var fields = ReadAll(reader, ReadPostings);
        var points = ReadAll(reader, from => new PointColumn(from.ReadArray<long>(), from.ReadArray<int>()));
        var facets = ReadAll(reader, from => new FacetColumn(ReadTerms(from), from.ReadOptional<int>(), from.ReadArray<int>()));
        // Nothing of what was read is used before the checksum has been compared.
        reader.Finish();
        return new Segment { DocumentCount = documents, Keys = new KeyColumn(keys, documentsOfKeys), Fields = fields, Points = points, Facets = facets };
    }

    private static void WriteAll<T>(ChecksummedWriter writer, FrozenDictionary<string, T> parts, Action<ChecksummedWriter, T> write)
    {
        writer.Write(parts.Count);
        foreach (var (name, part) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            write(writer, part);
        }
    }

    private static FrozenDictionary<string, T> ReadAll<T>(ChecksummedReader reader, Func<ChecksummedReader, T> read)
    {
        var parts = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var left = reader.ReadInt(); left > 0; left--) parts[reader.ReadText()] = read(reader);
        return parts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Write(ChecksummedWriter writer, TermDictionary terms)
    {
        writer.Write(terms.Bytes);
        writer.Write(terms.Starts);
    }

    private static TermDictionary ReadTerms(ChecksummedReader reader) => new(reader.ReadArray<byte>(), reader.ReadArray<int>());

    private static void Write(ChecksummedWriter writer, FieldPostings field)
    {
        Write(writer, field.Terms);
        writer.Write(field.DocumentCount);
        writer.Write(field.TotalTokens);
        writer.WriteOptional(field.Lengths);
        writer.Write<int>(field.DocumentFrequencies);
        writer.Write<int>(field.PostingsStarts);
        writer.Write<byte>(field.Postings);
        writer.Write<int>(field.PositionStarts);
        writer.Write<byte>(field.Positions);
    }

    private static FieldPostings ReadPostings(ChecksummedReader reader) => new()
    {
        Terms = ReadTerms(reader),
        DocumentCount = reader.ReadInt(),
        TotalTokens = reader.ReadLong(),
        Lengths = reader.ReadOptional<byte>(),
        DocumentFrequencies = reader.ReadArray<int>(),
        PostingsStarts = reader.ReadArray<int>(),
        Postings = reader.ReadArray<byte>(),
        PositionStarts = reader.ReadArray<int>(),
        Positions = reader.ReadArray<byte>(),
    };

    private static void Write(ChecksummedWriter writer, PointColumn points)
    {
        writer.Write<long>(points.Values);
        writer.Write<int>(points.Documents);
    }

    private static void Write(ChecksummedWriter writer, FacetColumn facets)
    {
        Write(writer, facets.Values);
        writer.WriteOptional(facets.Starts);
        writer.Write<int>(facets.Ordinals);
    }
}
