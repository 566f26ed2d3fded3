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
    public const string BaseLayer = "Root";

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
        var own = new Dictionary<string, Found<T>>(StringComparer.Ordinal);
        var ownActions = new List<Found<EmptyFile>>();
        foreach (var path in PathsOf(Path.Combine(folder, layer, kind.Folder)))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (Open(path, file) is not { } root) continue;
            if (root.Name == EmptyFile.RootName) ownActions.Add(new Found<EmptyFile>(file, EmptyFile.Read(root)));
            else if (root.Name != kind.RootName) root.Refuse($"El elemento raíz es «{root.Name}»; debe ser «{kind.RootName}».");
            else Add(new Found<T>(file, kind.Read(root)));
        }

        Lay(kind, own, ownActions, items, actions);

        void Add(Found<T> found)
        {
            var identity = kind.Identity(found.Item);
            if (!own.TryAdd(identity, found)) Refuse(found.File, $"El archivo describe lo mismo que «{own[identity].File}»: «{identity}».");
        }
    }

    /// <summary>
    /// A layer over those before it, whatever its files are called: what it deletes goes, what it describes stands, even where a layer before
    /// deletes it. To describe and to delete the same thing in one layer is a contradiction.
    /// </summary>
    private void Lay<T>(FileKind<T> kind, Dictionary<string, Found<T>> own, List<Found<EmptyFile>> ownActions, Dictionary<string, Found<T>> items, List<Found<EmptyFile>> actions)
    {
        var described = own.Values.DistinctBy(found => kind.Key(found.Item)).ToDictionary(found => kind.Key(found.Item), found => found.File);
        foreach (var (file, deletion) in ownActions.Where(action => action.Item.Change == EmptyChange.Delete).Select(action => (action.File, action.Item)))
        {
            if (described.TryGetValue(deletion.Key, out var other)) Refuse(file, $"El archivo elimina lo que «{other}» describe.");
            foreach (var gone in items.Where(found => kind.Key(found.Value.Item) == deletion.Key).Select(found => found.Key).ToList()) items.Remove(gone);
        }

        actions.RemoveAll(action => action.Item.Change == EmptyChange.Delete && described.ContainsKey(action.Item.Key));
        actions.AddRange(ownActions);
        foreach (var (identity, found) in own) items[identity] = found;
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
