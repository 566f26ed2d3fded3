using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Storage.Files;
using Repository.Web.Operations;

namespace Repository.Web.Media;

/// <summary>Writes the files of exported media items beside the export, each at its address, where an import looks for them: uSync's files hold none.</summary>
internal sealed class ExportedFiles(ContentSchema schema, RepositoryOptions options, FileStore files)
{
    /// <summary>The addresses whose file is nowhere to be found.</summary>
    public IReadOnlyList<string> Write(IReadOnlyList<StoredItem> items, string folder)
    {
        var lost = new List<string>();
        foreach (var (item, content) in items.Where(stored => stored.Item.Kind == ItemKind.Media).Select(stored => (stored.Item, stored.Content)))
        {
            if (schema.MediaType(item.Type) is not { } type || MediaItemFile.Address(schema, type, content) is not { Length: > 0 } address) continue;
            if (MediaAddress.FileBelow(folder, address) is not { } target) continue;
            if (Source(content, address) is not { } source)
            {
                lost.Add(address);
                continue;
            }

            target.Directory!.Create();
            File.Copy(source, target.FullName, overwrite: true);
        }

        return lost;
    }

    private string? Source(ItemContent content, string address)
    {
        if (FileHash.Parse(content.Value(MediaProperties.Hash)) is { } hash) return files.Find(hash);
        return MediaAddress.FileBelow(options.MediaPath, address) is { Exists: true } older ? older.FullName : null;
    }
}
