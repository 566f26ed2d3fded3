using Repository.Core.Publishing;
using Repository.Web.Media;

namespace Repository.Web.Site.Reading;

/// <summary>Reads the tables among the public files. Each is read once and kept with the item that names its file: another file is another content.</summary>
internal sealed class DataTables(PublicFiles files)
{
    /// <summary>A larger file is there to be taken along, not to be looked at.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Null for a file that is no table, is too large, or is not there.</summary>
    public DataTable? Of(PublishedItem medium, string address) => address.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        ? medium.Content.Kept.Get("", address, address => new ReadTable(Read(address))).Table
        : null;

    private DataTable? Read(string address)
    {
        if (files.Find(address) is not { } file) return null;
        try
        {
            using var stream = File.OpenRead(file.Path);
            using var text = new StreamReader(stream);
            return stream.Length > MostBytes ? null : DataTable.Read(text.ReadToEnd());
        }
        catch (IOException)
        {
            // The page says where the file is; that it cannot be read now is for whoever fetches it to hear.
            return null;
        }
    }

    /// <summary>That there is no table is known as well.</summary>
    private sealed record ReadTable(DataTable? Table);
}
