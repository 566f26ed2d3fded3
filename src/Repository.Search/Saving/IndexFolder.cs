using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Repository.Search.Indexing;

namespace Repository.Search.Saving;

/// <summary>
/// An index on disk. Segments never change, so each is written once; a manifest names those that belong together, with what was deleted from them and a mark of
/// the caller's (how far it had read). The manifest is put in place in one step: whenever the process ends, the old state or the new one is there.
/// </summary>
public sealed class IndexFolder(string path)
{
    private const string ManifestName = "manifest";
    private const string SegmentEnding = ".segment";

    private readonly ConditionalWeakTable<Segment, string> _names = [];

    /// <summary>Saves a state of the index. What the folder holds beside it is removed.</summary>
    /// <param name="mark">Given back by <see cref="Load"/>.</param>
    public void Save(IndexSearcher searcher, string mark)
    {
        Directory.CreateDirectory(path);
        var names = searcher.Segments.Select(segment => NameOf(segment.Segment)).ToList();
        WriteWhole(ManifestName, stream =>
        {
            var writer = new ChecksummedWriter(stream);
            writer.Write(SegmentFile.Version);
            writer.Write(mark);
            writer.Write(names.Count);
            for (var i = 0; i < names.Count; i++)
            {
                writer.Write(names[i]);
                writer.WriteOptional(searcher.Segments[i].Deleted?.Words.ToArray());
            }

            writer.Finish();
        });
        foreach (var file in Directory.EnumerateFiles(path).Where(file => !names.Contains(Path.GetFileName(file)) && Path.GetFileName(file) != ManifestName).ToList()) File.Delete(file);
    }

    /// <summary>The index as it was saved last, and its mark. Null when there is none; an <see cref="InvalidDataException"/> says that there is one that cannot be used.</summary>
    public (SearchIndex Index, string Mark)? Load(IndexSchema schema)
    {
        var manifest = Path.Combine(path, ManifestName);
        if (!File.Exists(manifest)) return null;
        using var stream = File.OpenRead(manifest);
        var reader = new ChecksummedReader(stream);
        if (reader.ReadInt() != SegmentFile.Version) throw new InvalidDataException("The index is of another version.");
        var mark = reader.ReadText();
        List<(string Name, ulong[]? Deleted)> parts = [];
        for (var left = reader.ReadInt(); left > 0; left--) parts.Add((reader.ReadText(), reader.ReadOptional<ulong>()));
        reader.Finish();
        return (new SearchIndex(schema, Read(parts)), mark);
    }

    private ImmutableArray<LiveSegment> Read(List<(string Name, ulong[]? Deleted)> parts)
    {
        var segments = ImmutableArray.CreateBuilder<LiveSegment>();
        var first = 0;
        foreach (var (name, deleted) in parts)
        {
            var file = Path.Combine(path, name);
            if (!File.Exists(file)) throw new InvalidDataException($"The segment {name} is missing.");
            using var stream = File.OpenRead(file);
            var segment = SegmentFile.Read(stream);
            if (deleted is not null && deleted.Length != BitSet.WordsOf(segment.DocumentCount)) throw new InvalidDataException($"The manifest belongs to another {name}.");
            _names.Add(segment, name);
            segments.Add(new LiveSegment(segment, deleted is null ? null : BitSet.Of(segment.DocumentCount, deleted), first));
            first += segment.DocumentCount;
        }

        return segments.ToImmutable();
    }

    private string NameOf(Segment segment)
    {
        if (_names.TryGetValue(segment, out var known)) return known;
        // Of two processes that write here none may take the other's segment for its own: a name comes once.
        var name = Guid.CreateVersion7().ToString("n") + SegmentEnding;
        WriteWhole(name, stream => SegmentFile.Write(segment, stream));
        _names.Add(segment, name);
        return name;
    }

    /// <summary>A file that is there whole or not at all.</summary>
    private void WriteWhole(string name, Action<Stream> write)
    {
        var draft = Path.Combine(path, name + ".new");
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, Path.Combine(path, name), overwrite: true);
    }
}
