using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Kits.Making;

/// <summary>A picture on a sheet to print: as large as the margin of a desk printer leaves it, with 300 pixels to the inch or as many as it has.</summary>
internal sealed class PrintCraft(PresetOrder order, KitSheet sheet, string title, Vips vips) : ICraft
{
    private const int Margin = 8;
    private const double PixelsPerMillimetre = 300 / 25.4;
    private const int Quality = 92;

    public string Key { get; } = order.KeyFor($"{sheet.Key} {title}");

    public string Subject => $"{order.File.Path} ({sheet.Key})";

    public bool IsPossible => vips.Path is not null;

    public async Task<Crafted> MakeAsync(string folder, CancellationToken closing)
    {
        if (KitSource.Read(order) is not { } header) return KitSource.Unfit;
        var picture = new FlatPicture(vips, folder, header);
        picture.Take(order.File.Path);
        var isOnItsSide = picture.Size.Width > picture.Size.Height;
        var (wide, high) = isOnItsSide ? (sheet.Height, sheet.Width) : (sheet.Width, sheet.Height);
        var size = KitSource.Inside(picture.Size, new PixelSize(Pixels(wide), Pixels(high)));
        if ((await picture.ScaleAsync(null, size, "flat.v", closing) ?? await picture.EncodeAsync("flat.v", "out.jpg", Quality, closing)) is { } complaint) return new Crafted.Refused(complaint);
        var jpeg = await File.ReadAllBytesAsync(Path.Combine(folder, "out.jpg"), closing);
        if (ImageHeader.Read(Path.Combine(folder, "out.jpg"))?.Stored != size) return KitSource.Unfit;
        var finished = Path.Combine(folder, "finished");
        await File.WriteAllBytesAsync(finished, PrintedSheet.Of(jpeg, size, (wide, high), Margin, title, order.Rights), closing);
        return new Crafted.Done(finished, KeptFormat.Pdf);
    }

    private static int Pixels(int millimetres) => (int)((millimetres - (2 * Margin)) * PixelsPerMillimetre);
}
