using System.Collections.Immutable;
using Repository.Core.Schema;
using Repository.USync.Xml;

namespace Repository.USync.Files;

/// <summary>
/// A uSync folder with its optional base layer: what stands in <c>v17</c> wins over what stands in <c>Root</c>, matched by identity and not
/// by file name. Files are read one by one; what is wrong with them is collected.
/// </summary>
internal sealed class LayeredFolder(string folder, ICollection<SchemaProblem> problems)
{
    public const string Layer = "v17";
    private const string BaseLayer = "Root";

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 16 };

    public bool Exists => Directory.Exists(Path.Combine(folder, Layer));

    /// <summary>Is there any file in any of these folders, in either layer?</summary>
    public bool Holds(IEnumerable<string> folders) => folders.Any(name => ((string[])[BaseLayer, Layer]).Any(layer => PathsOf(Path.Combine(folder, layer, name)).Count > 0));

    public void Refuse(string file, string reason) => problems.Add(new SchemaProblem(file, "", reason));

    /// <summary>The items of a kind in the order of their file names, and what is to be done to others.</summary>
    public KindFiles<T> Read<T>(FileKind<T> kind)
    {
        var items = new Dictionary<string, Found<T>>(StringComparer.Ordinal);
        var actions = new List<Found<EmptyFile>>();
        foreach (var layer in (string[])[BaseLayer, Layer]) ReadLayer(layer, kind, items, actions);
        return new KindFiles<T>([.. items.Values.OrderBy(item => item.File, StringComparer.Ordinal)], [.. actions]);
    }

    private void ReadLayer<T>(string layer, FileKind<T> kind, Dictionary<string, Found<T>> items, List<Found<EmptyFile>> actions)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in PathsOf(Path.Combine(folder, layer, kind.Folder)))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (Open(path, file) is not { } root) continue;
            if (root.Name == EmptyFile.RootName) Take(new Found<EmptyFile>(file, EmptyFile.Read(root)));
            else if (root.Name != kind.RootName) root.Refuse($"El elemento raíz es «{root.Name}»; debe ser «{kind.RootName}».");
            else Add(new Found<T>(file, kind.Read(root)));
        }

        void Add(Found<T> found)
        {
            var identity = kind.Identity(found.Item);
            if (files.TryGetValue(identity, out var other)) Refuse(found.File, $"El archivo describe lo mismo que «{other}»: «{identity}».");
            else items[identity] = found;
            files.TryAdd(identity, found.File);
        }

        void Take(Found<EmptyFile> action)
        {
            if (action.Item.Change == EmptyChange.Delete && items.Values.FirstOrDefault(found => kind.Key(found.Item) == action.Item.Key) is { } gone) items.Remove(kind.Identity(gone.Item));
            actions.Add(action);
        }
    }

    private ElementReading? Open(string path, string file)
    {
        var reading = new FileReading(file, problems);
        try
        {
            if (new FileInfo(path).Length <= FileReading.MaxBytes) return reading.Open(File.ReadAllBytes(path));
            Refuse(file, FileReading.TooLarge);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Refuse(file, "El archivo no se puede leer.");
        }

        return null;
    }

    private List<string> PathsOf(string kindFolder)
    {
        if (!Directory.Exists(kindFolder)) return [];
        try
        {
            return [.. Directory.EnumerateFiles(kindFolder, "*" + FileNames.Extension, Everything).Order(StringComparer.Ordinal)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Refuse(Path.GetRelativePath(folder, kindFolder), "La carpeta no se puede leer.");
            return [];
        }
    }
}

/// <summary>Something read from a file, named relative to the uSync folder.</summary>
internal sealed record Found<T>(string File, T Item);

internal sealed record KindFiles<T>(ImmutableArray<Found<T>> Items, ImmutableArray<Found<EmptyFile>> Actions);

/// <summary>A folder of uSync, what its files look like and what items in it are matched by.</summary>
internal sealed record FileKind<T>(string Folder, string RootName, Func<ElementReading, T> Read, Func<T, Guid> Key, Func<T, string> Identity);
