using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Commands;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Kits.Making;

/// <summary>
/// A picture in the size of a preset. A crop that editors placed is followed; a photograph is cut around what must stay in sight; of all that is drawn
/// or written nothing is cut away, it stands upon a canvas that carries its colours on.
/// </summary>
internal sealed class PresetCraft(PresetOrder order, KitPreset preset, Vips vips) : ICraft
{
    private const int Quality = 90;
    private static readonly PixelSize Look = new(500, 2000);

    public string Key { get; } = order.KeyFor(preset.Key, preset.Crop);

    public string Subject => $"{order.File.Path} ({preset.Key})";

    public bool IsPossible => vips.Path is not null;

    public async Task<Crafted> MakeAsync(string folder, CancellationToken closing)
    {
        if (KitSource.Read(order) is not { } header) return KitSource.Unfit;
        var picture = new FlatPicture(vips, folder, header);
        picture.Take(order.File.Path);
        var result = Path.Combine(folder, "out.jpg");
        var complaint = order.CropFor(preset.Crop) is not null || order.IsCutAllowed ? await CutAsync(folder, header, closing) : await ShowAsync(picture, header, folder, closing);
        if (complaint is not null) return new Crafted.Refused(complaint);
        if (ImageHeader.Read(result)?.Stored != preset.Size) return new Crafted.Refused("What came of it is not what was planned.");
        return KitSource.Credited(folder, result, order.Rights);
    }

    /// <summary>Looks at a small copy first: is it a photograph, and has it a border?</summary>
    private async Task<string?> ShowAsync(FlatPicture picture, ImageHeader header, string folder, CancellationToken closing)
    {
        if (await picture.ScaleAsync(null, KitSource.Inside(picture.Size, Look), "look.v", closing) is { } complaint) return complaint;
        var look = Raster.Read(Path.Combine(folder, "look.v"));
        if (!order.IsAllText && !DrawnLook.Is(look)) return await CutAsync(folder, header, closing);
        return await SurroundAsync(picture, PresetLayout.Of(picture.Size, preset, PlainBorder.Inside(look, picture.Size)), folder, closing);
    }

    private Task<string?> CutAsync(string folder, ImageHeader header, CancellationToken closing)
    {
        var focus = order.Focus is { } point ? new Place((double)point.Left, (double)point.Top) : Place.Centre;
        var request = new RenditionRequest
        {
            Width = preset.Size.Width,
            Height = preset.Size.Height,
            Place = focus,
            Trim = order.CropFor(preset.Crop) is { } crop ? new Trim((double)crop.X1, (double)crop.Y1, (double)crop.X2, (double)crop.Y2) : null,
            Format = ImageFormat.Jpeg,
            Quality = Quality,
        };
        return new VipsSteps(vips, folder, header, RenditionPlan.Of(header.Upright, request), request).RunAsync(closing);
    }

    private async Task<string?> SurroundAsync(FlatPicture picture, PresetLayout layout, string folder, CancellationToken closing)
    {
        if (await picture.ScaleAsync(layout.Part, layout.Scaled, "flat.v", closing) is { } complaint) return complaint;
        var shown = Raster.Read(Path.Combine(folder, "flat.v"));
        var (rows, isCalm) = layout.IsHead ? CalmCut.Of(shown, preset.GoodHead, preset.LeastHead) : (shown.Size.Height, true);
        shown = shown.Top(rows);
        var left = preset.Content.Left + ((preset.Content.Width - shown.Size.Width) / 2);
        var spare = preset.Content.Height - shown.Size.Height;

        // What ends early hangs rather high, as a picture on a wall does; what is cut through runs out of the lower edge, where there is one.
        var isCutThrough = !isCalm && preset.Content.Top + preset.Content.Height == preset.Size.Height;
        var top = preset.Content.Top + (isCutThrough ? spare : spare * 2 / 5);
        Surround.Fill(shown, preset.Size, left, top).Write(Path.Combine(folder, "surround.ppm"));
        return await picture.EncodeAsync("surround.ppm", "out.jpg", Quality, closing);
    }
}
