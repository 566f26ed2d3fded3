using System.Globalization;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Kits.Making;

/// <summary>A picture on its way into a kit: upright, in the colours of the web, upon white, in the size that is wanted.</summary>
internal sealed class FlatPicture(Vips vips, string folder, ImageHeader original)
{
    public const string Source = "in";

    public PixelSize Size => original.Upright;

    /// <summary>Puts the original where the steps look for it.</summary>
    public void Take(string path) => File.CreateSymbolicLink(Path.Combine(folder, Source), path);

    /// <summary>Scales it, or a part of it. Null when the file is there, otherwise what went wrong.</summary>
    public async Task<string?> ScaleAsync(PixelBox? part, PixelSize size, string target, CancellationToken cancellation)
    {
        var current = Source;
        if (part is { } box)
        {
            var stored = original.Orientation.Stored(box, original.Stored);
            if (await StepAsync("part.v", ["extract_area", $"{Source}[access=sequential]", "part.v", Number(stored.Left), Number(stored.Top), Number(stored.Width), Number(stored.Height)], true, cancellation) is { } uncut) return uncut;
            current = "part.v";
        }

        string[] colours = original.HasOwnColours ? ["--export-profile", "srgb"] : [];
        if (await StepAsync("scaled.v", ["thumbnail", current, "scaled.v", Number(size.Width), "--height", Number(size.Height), "--size", "force", .. colours], current == Source, cancellation) is { } unscaled) return unscaled;
        if (await StepAsync("web.v", ["colourspace", "scaled.v", "web.v", "srgb"], false, cancellation) is { } uncoloured) return uncoloured;
        string[] last = Channels("web.v") == 4 ? ["flatten", "web.v", target, "--background", "255 255 255"] : ["copy", "web.v", target];
        return await StepAsync(target, last, false, cancellation);
    }

    /// <summary>Writes pixels as a JPEG. At 90 and more colours are as sharp as light and shade: small letters need it.</summary>
    public Task<string?> EncodeAsync(string pixels, string target, int quality, CancellationToken cancellation) =>
        StepAsync(target, ["copy", pixels, $"{target}[Q={Number(quality)},strip,optimize_coding]"], false, cancellation);

    private async Task<string?> StepAsync(string target, string[] words, bool fromOutside, CancellationToken cancellation)
    {
        if (await vips.RunAsync(folder, words, fromOutside, cancellation) is { } complaint) return $"{words[0]}: {complaint}";
        return File.Exists(Path.Combine(folder, target)) ? null : $"{words[0]} left nothing.";
    }

    private int Channels(string name)
    {
        using var file = File.OpenHandle(Path.Combine(folder, name));
        Span<byte> header = stackalloc byte[16];
        RandomAccess.Read(file, header, 0);
        return BitConverter.ToInt32(header[12..]);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
