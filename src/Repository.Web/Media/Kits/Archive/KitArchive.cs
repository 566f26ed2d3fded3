using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Repository.Core.Outreach;
using Repository.Web.Media.Intake;
using Repository.Web.Media.Renditions.Credits;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Kits.Archive;

/// <summary>
/// The whole kit of a material as one ZIP. The same contents give the same bytes: order, names and times follow from the material. It waits for the
/// files that are still to be made, and holds nobody's turn meanwhile.
/// </summary>
internal sealed class KitArchive : ICraft
{
    /// <summary>Raised when the same contents come to be packed otherwise.</summary>
    private const int Version = 1;

    private const string Manifest = "manifest.json";

    private readonly RenditionMaking _making;
    private readonly KitContents _contents;
    private readonly string? _address;

    public KitArchive(KitMaterial material, Uri? site, ImmutableArray<KitFile> files, RenditionMaking making)
    {
        Material = material;
        Files = files;
        Credit = material.Credit(site);
        _making = making;
        _address = material.Address(site);
        _contents = new KitContents(material, Credit, files);
        var identity = new StringBuilder().AppendJoin('\n', ["zip", Version.ToString(CultureInfo.InvariantCulture), material.Slug, Updated, _address ?? "", _contents.Language, material.Title]);
        foreach (var entry in _contents.Entries) identity.Append('\n').Append(entry.Path).Append(' ').Append(entry.Identity);
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.ToString())));
    }

    public KitMaterial Material { get; }

    /// <summary>What is made of the material's pictures.</summary>
    public ImmutableArray<KitFile> Files { get; }

    public CreditLine Credit { get; }

    public string Key { get; }

    public string Subject => $"the kit of {Material.Key}";

    public bool IsPossible => true;

    public bool TakesTurn => false;

    private string Updated => Material.Reading.Here.UpdatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public async Task<Crafted> MakeAsync(string folder, CancellationToken closing)
    {
        var files = new List<(KitEntry Entry, string Path)>();
        foreach (var entry in _contents.Entries)
        {
            if (await FileOfAsync(entry, folder, files.Count, closing) is not { } path) return new Crafted.Lacking(entry.Path);
            files.Add((entry, path));
        }

        var manifest = new List<KitManifestFile>();
        foreach (var (entry, path) in files) manifest.Add(await DescribedAsync(entry, path, closing));
        var finished = Path.Combine(folder, "finished");
        await PackAsync(finished, files, [.. manifest], closing);
        return new Crafted.Done(finished, KeptFormat.Zip);
    }

    /// <summary>Null for what cannot be made now.</summary>
    private async Task<string?> FileOfAsync(KitEntry entry, string folder, int number, CancellationToken closing)
    {
        if (entry is KitEntry.Original original) return original.From.File.Path;
        var path = Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
        if (entry is KitEntry.Text text) await File.WriteAllBytesAsync(path, text.Bytes, closing);
        if (entry is not KitEntry.Made made) return path;

        // Copied aside: the cache may clear its own away while the others are still being made.
        if (await OpenAsync(made.File.Craft, closing) is not { } source) return null;
        await using (source)
        {
            await using var target = File.Create(path);
            await source.CopyToAsync(target, closing);
        }

        return path;
    }

    /// <summary>What was cleared away since it was made is made once more.</summary>
    private async Task<FileStream?> OpenAsync(ICraft craft, CancellationToken closing)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (await _making.MakeAsync(craft, closing) is not { } made) return null;
            if (made.Open() is { } opened) return new FileStream(opened, FileAccess.Read);
            _making.Forget(made);
        }

        return null;
    }

    private static async Task<KitManifestFile> DescribedAsync(KitEntry entry, string path, CancellationToken closing)
    {
        await using var file = File.OpenRead(path);
        var described = new KitManifestFile(entry.Path, entry.ContentType, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, closing)));
        var size = ImageHeader.Read(path)?.Upright;
        var (rights, use) = entry switch
        {
            KitEntry.Made made => (made.File.Picture.Original.Rights, made.File.Key),
            KitEntry.Original original => (original.From.Rights, original.From.Use),
            _ => (null, null),
        };
        return described with { Width = size?.Width, Height = size?.Height, Use = string.IsNullOrEmpty(use) ? null : use, Credit = string.IsNullOrEmpty(rights?.Credit) ? null : rights.Credit, Licence = rights is null ? null : Licence(rights) };
    }

    private static KitLicence Licence(MediaRights rights) => new(rights.Licence, rights.LicenceAddress);

    private async Task PackAsync(string path, List<(KitEntry Entry, string Path)> files, KitManifestFile[] described, CancellationToken closing)
    {
        var leftOut = _contents.LeftOut.Select(original => new KitManifestLeftOut(original.File.Address, original.File.ContentType, new FileInfo(original.File.Path).Length));
        var manifest = new KitManifest(Material.Key.ToString(), Material.Title, _contents.Language, _address, Updated, Credit.Plain, Licence(Material.Rights), described, [.. leftOut]);
        await using var target = File.Create(path);
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        foreach (var (entry, file) in files)
        {
            await using var source = File.OpenRead(file);
            await PackAsync(zip, entry.Path, source, entry is KitEntry.Text, closing);
        }

        using var list = new MemoryStream(manifest.Write());
        await PackAsync(zip, Manifest, list, true, closing);
    }

    /// <summary>Pictures, sound and documents are as small as they get; to compress them again would only take time.</summary>
    private async Task PackAsync(ZipArchive zip, string path, Stream source, bool isText, CancellationToken closing)
    {
        var isPacked = isText || path.EndsWith(".svg", StringComparison.Ordinal) || FileKind.Named(MediaFileName.Extension(path))?.ContentType.StartsWith("text/", StringComparison.Ordinal) == true;
        var entry = zip.CreateEntry($"{Material.Slug}/{path}", isPacked ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
        entry.LastWriteTime = Time(Material.Reading.Here.UpdatedAt);
        await using var target = entry.Open();
        await source.CopyToAsync(target, closing);
    }

    /// <summary>The format knows no time before 1980 and no odd second.</summary>
    private static DateTimeOffset Time(DateTimeOffset updated) => updated.Year is < 1980 or > 2107 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : new DateTimeOffset(updated.UtcDateTime, TimeSpan.Zero);
}
