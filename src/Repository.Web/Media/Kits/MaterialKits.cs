using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Media.Kits.Archive;
using Repository.Web.Media.Kits.Making;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Kits;

/// <summary>
/// What communicators get for a material: its pictures in the sizes that networks, messengers and printers want, how to credit it, and all of it in one
/// file. Everything is made when somebody first asks for it. For whatever the public does not see there is nothing.
/// </summary>
internal sealed class MaterialKits(PublicFiles files, RenditionCache cache, RenditionMaking making, Vips vips)
{
    /// <summary>What a page shows of a material's kit; null for what is no published material.</summary>
    /// <param name="site">What stands in front of every address of this site, such as <c>https://repositorio.example/</c>: a credit line names the whole address.</param>
    public MaterialKit? Of(PublishedSnapshot snapshot, Guid key, Uri? site)
    {
        if (Shelf(snapshot).Find(key, site) is not { } archive) return null;
        var material = archive.Material;
        return new MaterialKit(key, material.Title, archive.Credit, Download(archive, "zip", $"/kits/{key}.zip", KeptFormat.Zip, null), [.. material.Pictures.Select(picture => Shown(archive, picture))]);
    }

    /// <summary>The whole kit; null when there is none.</summary>
    public (ICraft Craft, string FileName)? Zip(PublishedSnapshot snapshot, Guid key, Uri? site) =>
        Shelf(snapshot).Find(key, site) is { } archive ? (archive, $"{archive.Material.Slug}.zip") : null;

    /// <summary>One file of a kit, by its name in the address; null when there is none.</summary>
    public (ICraft Craft, string FileName)? File(PublishedSnapshot snapshot, Guid key, string name) =>
        Shelf(snapshot).Find(key, null) is { } archive && archive.Files.FirstOrDefault(file => file.Name == name) is { } found ? (found.Craft, $"{archive.Material.Slug}-{name}") : null;

    private KitShelf Shelf(PublishedSnapshot snapshot) => snapshot.View(ItemKind.Document, "").Kept.Get("", (kits: this, snapshot), static state => new KitShelf((key, site) => state.kits.Read(state.snapshot, key, site)));

    private KitArchive? Read(PublishedSnapshot snapshot, Guid key, Uri? site) => KitMaterial.Of(snapshot, key, files) is { } material ? new KitArchive(material, site, Files(material), making) : null;

    private ImmutableArray<KitFile> Files(KitMaterial material) => [.. material.Pictures.SelectMany((picture, place) => Files(material, picture, place))];

    private IEnumerable<KitFile> Files(KitMaterial material, KitImage picture, int place)
    {
        foreach (var preset in KitPreset.All) yield return Named(preset.Key, place, KeptFormat.Jpeg, new PresetCraft(picture.Order, preset, vips), picture, preset.Size);
        PixelSize? size = ImageHeader.Read(picture.Original.File.Path) is { } header ? MessagingCraft.SizeOf(header.Upright) : null;
        yield return Named(MessagingCraft.Preset, place, KeptFormat.Jpeg, new MessagingCraft(picture.Order, vips), picture, size);
        if (material.IsPrintedByItself) yield break;
        foreach (var sheet in KitSheet.All) yield return Named(sheet.Key, place, KeptFormat.Pdf, new PrintCraft(picture.Order, sheet, material.Title, vips), picture, null);
    }

    /// <summary>The first picture's files have plain names, those of the others a number.</summary>
    private static KitFile Named(string key, int place, KeptFormat format, ICraft craft, KitImage picture, PixelSize? size) =>
        new(key, string.Create(CultureInfo.InvariantCulture, $"{key}{(place == 0 ? "" : $"-{place + 1}")}.{format.Extension}"), format, craft, picture, size);

    private KitPicture Shown(KitArchive archive, KitImage picture) => new(
        picture.Original.Medium.Cultures[0].Name,
        picture.AltText,
        picture.Original.File.Address,
        [.. archive.Files.Where(file => file.Picture == picture).Select(file => Download(file.Craft, file.Key, $"/kits/{archive.Material.Key}/{file.Name}", file.Format, file.Size))]);

    private KitDownload Download(ICraft craft, string key, string address, KeptFormat format, PixelSize? size) =>
        new(key, $"{address}?v={craft.Version}", format.ContentType, size?.Width, size?.Height, cache.Find(craft.Key)?.Length);
}

/// <summary>A file of a kit that is made of one of the material's pictures.</summary>
internal sealed record KitFile(string Key, string Name, KeptFormat Format, ICraft Craft, KitImage Picture, PixelSize? Size);
