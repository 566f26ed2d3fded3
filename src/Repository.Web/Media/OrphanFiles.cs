using System.Buffers;
using System.Text;
using Repository.Core.Content;
using Repository.Storage.Files;
using Repository.Web.Media.Texts;

namespace Repository.Web.Media;

/// <summary>
/// Stored files that no revision names, neither of what is public nor of what anyone ever saved. Such as are younger than a day do not count: whoever
/// brings a file stores it before the item names it.
/// </summary>
internal sealed class OrphanFiles(IContentStore store, FileStore files, FileTexts texts, TimeProvider clock)
{
    private const int HashLength = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdef"u8);

    private DateTimeOffset Since => clock.GetUtcNow() - Patience;

    public async Task<IReadOnlyList<StoredFile>> FindAsync(CancellationToken cancellation)
    {
        // Files first: what a revision names that is written meanwhile is younger than these.
        var old = files.OlderThan(Since).ToList();
        var named = await store.ReadAsync(NamedAsync, cancellation);
        return [.. old.Where(file => !named.Contains(file.Hash.Hex))];
    }

    /// <summary>False for a file that has been brought again meanwhile.</summary>
    public bool Remove(StoredFile orphan)
    {
        if (!files.Remove(orphan.Hash, Since)) return false;
        texts.Remove(orphan.Hash);
        return true;
    }

    /// <summary>Whatever looks like a hash anywhere in a revision counts as one.</summary>
    private static async Task<HashSet<string>> NamedAsync(IContentReader reader)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var revision in reader.AllRevisionsAsync()) Add(revision.Span, named);
        return named;
    }

    private static void Add(ReadOnlySpan<byte> json, HashSet<string> named)
    {
        while (json.IndexOfAny(Digits) is >= 0 and var start)
        {
            json = json[start..];
            var length = json.IndexOfAnyExcept(Digits) is >= 0 and var end ? end : json.Length;
            for (var at = 0; at + HashLength <= length; at++) named.Add(Encoding.ASCII.GetString(json.Slice(at, HashLength)));
            json = json[length..];
        }
    }
}
