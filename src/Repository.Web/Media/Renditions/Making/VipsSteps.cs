using System.Globalization;
using Repository.Web.Media.Renditions.Commands;
using Repository.Web.Media.Renditions.Headers;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>
/// A plan in the operations of libvips. Most renditions are one call, which decodes small, turns upright, converts to the colours of the web, scales and
/// encodes; what that call cannot do is done to its small result by further ones.
/// </summary>
internal sealed class VipsSteps(Vips vips, string folder, ImageHeader original, RenditionPlan plan, RenditionRequest request)
{
    public const string Source = "in";

    private string _current = Source;
    private int _made;

    public PixelSize Size => plan.Size;

    public ImageFormat Format => request.Format ?? original.Format;

    /// <summary>What will be the rendition, in the folder.</summary>
    public string Result => $"out.{Format.Extension}";

    /// <summary>Null when the result is there, otherwise what the program said.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        if (plan.Before is { } part && await StepAsync(false, "extract_area", Numbers(original.Orientation.Stored(part, original.Stored)), cancellation) is { } refused) return refused;
        return await ScaleAsync(cancellation);
    }

    private async Task<string?> ScaleAsync(CancellationToken cancellation)
    {
        var corner = plan.After is { } cut ? Corner(cut) : null;
        var isCutLater = plan.After is not null && corner is null;
        var isLast = !isCutLater && plan.Canvas is null && !IsFlattened;
        var box = corner is null ? plan.Scaled : plan.After!.Value.Size;
        string[] words = [Number(box.Width), "--height", Number(box.Height), .. Colours, .. corner is null ? (string[])["--size", "force"] : ["--crop", corner]];
        var refused = await StepAsync(isLast, "thumbnail", words, cancellation);
        return refused is not null || isLast ? refused : await FinishAsync(isCutLater, cancellation);
    }

    private async Task<string?> FinishAsync(bool isCutLater, CancellationToken cancellation)
    {
        var steps = new List<(string Operation, string[] Words)>();
        if (isCutLater) steps.Add(("extract_area", Numbers(plan.After!.Value)));
        var (channels, isByte) = Pixels(Path.Combine(folder, _current));
        if (channels < 3 || !isByte) steps.Add(("colourspace", ["srgb"]));
        if (plan.Canvas is { } canvas) steps.AddRange(Barred(canvas, channels is 2 or 4));
        if (IsFlattened) steps.Add(("flatten", ["--background", Numbers(request.Background!.Value, false)]));
        for (var step = 0; step < steps.Count; step++)
        {
            if (await StepAsync(step == steps.Count - 1, steps[step].Operation, steps[step].Words, cancellation) is { } refused) return refused;
        }

        return null;
    }

    /// <summary>Without a profile the numbers are those of the web already: to convert them would only lose something.</summary>
    private string[] Colours => original.HasOwnColours ? ["--export-profile", "srgb"] : [];

    /// <summary>Transparency that the format would keep is filled in. JPEG keeps none: it is filled when it is written.</summary>
    private bool IsFlattened => request.Background is not null && original.MayBeTransparent && Format.HasTransparency;

    private IEnumerable<(string Operation, string[] Words)> Barred(PixelBox canvas, bool hasTransparency)
    {
        var bars = request.Bars ?? Colour.Transparent;
        if (!Format.HasTransparency || request.Background is not null) bars = bars.Over(request.Background ?? Colour.White);
        if (!bars.IsOpaque && !hasTransparency)
        {
            yield return ("bandjoin_const", ["255"]);
            hasTransparency = true;
        }

        yield return ("embed", [.. Numbers(canvas), "--extend", "background", "--background", Numbers(bars, hasTransparency)]);
    }

    private async Task<string?> StepAsync(bool isLast, string operation, string[] words, CancellationToken cancellation)
    {
        var target = isLast ? $"{Result}[{Encoding()}]" : $"{++_made}.v";
        var isOriginal = _current == Source;
        string[] all = [operation, isOriginal && operation != "thumbnail" ? $"{Source}[access=sequential]" : _current, target, .. words];
        if (await vips.RunAsync(folder, all, isOriginal, cancellation) is { } refused) return $"{operation}: {refused}";
        _current = target;
        return null;
    }

    private string Encoding() => Format switch
    {
        ImageFormat.Jpeg => $"Q={Quality},strip,optimize_coding,background={Numbers((request.Background ?? Colour.White).Over(Colour.White), false)}",
        ImageFormat.WebP => $"Q={Quality},strip",
        ImageFormat.Png => "strip,bitdepth=8",
        _ => "strip",
    };

    /// <summary>ImageSharp's own, which is also libvips'.</summary>
    private string Quality => Number(request.Quality ?? 75);

    /// <summary>A cut at an edge or in the middle is one that the scaling call can do by itself.</summary>
    private string? Corner(PixelBox cut)
    {
        if (plan.Before is not null) return null;
        var (wide, high) = (plan.Scaled.Width - cut.Width, plan.Scaled.Height - cut.Height);
        if ((wide != 0 && high != 0) || !IsFilled(cut.Size)) return null;
        var (offset, spare) = wide != 0 ? (cut.Left, wide) : (cut.Top, high);
        if (Math.Abs((2 * offset) - spare) <= 1) return "centre";
        return offset == 0 ? "low" : offset == spare ? "high" : null;
    }

    /// <summary>Is the picture scaled no further than it takes to fill the box?</summary>
    private bool IsFilled(PixelSize box)
    {
        var upright = original.Upright;
        var scale = Math.Max((double)box.Width / upright.Width, (double)box.Height / upright.Height);
        return Math.Abs((upright.Width * scale) - plan.Scaled.Width) <= 1 && Math.Abs((upright.Height * scale) - plan.Scaled.Height) <= 1;
    }

    /// <summary>How many channels, and is each a byte? It stands in the header of libvips' own format, in the byte order of the machine.</summary>
    private static (int Channels, bool IsByte) Pixels(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> header = stackalloc byte[24];
        RandomAccess.Read(file, header, 0);
        return (BitConverter.ToInt32(header[12..]), BitConverter.ToInt32(header[20..]) == 0);
    }

    private static string[] Numbers(PixelBox box) => [Number(box.Left), Number(box.Top), Number(box.Width), Number(box.Height)];

    private static string Numbers(Colour colour, bool hasTransparency) => string.Create(
        CultureInfo.InvariantCulture, $"{colour.Red} {colour.Green} {colour.Blue}{(hasTransparency ? $" {colour.Alpha}" : "")}");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
