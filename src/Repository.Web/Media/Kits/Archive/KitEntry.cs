using System.Security.Cryptography;
using System.Text;

namespace Repository.Web.Media.Kits.Archive;

/// <summary>A file of the archive: where it stands, what it is, and where its bytes come from.</summary>
internal abstract record KitEntry(string Path, string ContentType)
{
    /// <summary>The same identity, the same bytes, and the same said of them in the manifest.</summary>
    public abstract string Identity { get; }

    internal sealed record Text(string Path, string ContentType, byte[] Bytes) : KitEntry(Path, ContentType)
    {
        public Text(string path, string content)
            : this(path, path.EndsWith(".html", StringComparison.Ordinal) ? "text/html; charset=utf-8" : "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(content))
        {
        }

        public override string Identity => Convert.ToHexStringLower(SHA256.HashData(Bytes));
    }

    internal sealed record Made(string Path, KitFile File) : KitEntry(Path, File.Format.ContentType)
    {
        public override string Identity => File.Craft.Key;
    }

    internal sealed record Original(string Path, KitOriginal From) : KitEntry(Path, From.File.ContentType)
    {
        public override string Identity => string.Join('\t', From.File.Identity, From.Use, From.Rights.Credit, From.Rights.Licence, From.Rights.LicenceAddress);
    }
}
