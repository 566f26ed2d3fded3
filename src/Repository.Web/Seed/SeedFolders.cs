using Repository.Core.Schema;
using Repository.USync;
using Repository.Web.Operations;

namespace Repository.Web.Seed;

/// <summary>Where the seed lies: its items as uSync files, its media as they are. What is written and what lies there can be compared.</summary>
internal sealed class SeedFolders(string uSync, string media)
{
    public void Write(ContentSchema schema, SeedContent seed)
    {
        WriteItems(schema, seed, uSync);
        foreach (var (file, bytes) in seed.Media.Made())
        {
            var path = Path.Combine(media, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    /// <summary>What writing would change, and media without an item; one line for each file, none when all is as it should be.</summary>
    public IReadOnlyList<string> Differences(ContentSchema schema, SeedContent seed)
    {
        var written = Directory.CreateTempSubdirectory("repository-seed-");
        try
        {
            WriteItems(schema, seed, written.FullName);
            return [.. ItemDifferences(written.FullName), .. MediaDifferences(seed.Media)];
        }
        finally
        {
            written.Delete(recursive: true);
        }
    }

    private static void WriteItems(ContentSchema schema, SeedContent seed, string folder)
    {
        var refused = new USyncFolder(folder).WriteContent(schema, seed.Items);
        if (!refused.IsEmpty) throw new StartRefusedException(string.Join('\n', refused));
        new USyncFolder(folder).WriteForms(seed.Forms);
    }

    /// <summary>Only the folders the seed writes: the schema lies beside them.</summary>
    private IEnumerable<string> ItemDifferences(string written)
    {
        var folders = Files(written).Select(file => Path.GetDirectoryName(file)!).Distinct(StringComparer.Ordinal).ToList();
        var expected = Files(written).ToDictionary(file => file, file => File.ReadAllBytes(Path.Combine(written, file)), StringComparer.Ordinal);
        return Differences(uSync, expected, folders.SelectMany(folder => Files(Path.Combine(uSync, folder)).Select(file => Path.Combine(folder, file))));
    }

    private IEnumerable<string> MediaDifferences(MediaLibrary library)
    {
        var made = library.Made().ToDictionary(file => file.Key.Path, file => file.Value, StringComparer.Ordinal);
        var given = library.All.Select(file => file.Path).Where(path => !made.ContainsKey(path)).ToList();
        var present = Files(media).Select(file => file.Replace(Path.DirectorySeparatorChar, '/')).ToList();
        return
        [
            .. Differences(media, made, present.Except(given, StringComparer.Ordinal)),
            .. given.Except(present, StringComparer.Ordinal).Select(file => $"Falta {file}."),
            .. library.Expected.Where(drawing => present.Contains(drawing.Key.Path)).SelectMany(drawing => Unsaid(drawing.Key.Path, drawing.Value)),
        ];
    }

    private IEnumerable<string> Unsaid(string file, string[] expected) =>
        expected.Except(new Drawing(Path.Combine(media, file)).Texts, StringComparer.Ordinal).Select(text => $"En {file} no se lee «{text}».");

    private static IEnumerable<string> Differences(string folder, IReadOnlyDictionary<string, byte[]> expected, IEnumerable<string> present)
    {
        var found = present.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. expected.Keys.Where(file => !found.Contains(file)).Select(file => $"Falta {file}."),
            .. found.Where(file => !expected.ContainsKey(file)).Select(file => $"Sobra {file}."),
            .. found.Where(file => expected.TryGetValue(file, out var bytes) && !File.ReadAllBytes(Path.Combine(folder, file)).AsSpan().SequenceEqual(bytes)).Select(file => $"Es distinto {file}."),
        ];
    }

    private static IEnumerable<string> Files(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
