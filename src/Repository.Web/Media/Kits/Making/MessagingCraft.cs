using Repository.Web.Media.Renditions.Credits;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Kits.Making;

/// <summary>A picture that goes through any messenger on any connection: a JPEG of at most 300,000 bytes, its credit included, as good and as large as fits into them.</summary>
internal sealed class MessagingCraft(PresetOrder order, Vips vips) : ICraft
{
    public const string Preset = "mensajeria";
    public const int Largest = 1600;
    public const int MostBytes = 300_000;

    /// <summary>Letters suffer from a low quality sooner than from a smaller size: so quality goes down first, but not far.</summary>
    private static readonly (int Side, int Quality)[] Tries =
    [
        (1600, 90), (1600, 82), (1600, 74), (1600, 66), (1280, 74), (1280, 62), (1024, 70), (1024, 58), (800, 64), (640, 60), (480, 50), (320, 40),
    ];

    public string Key { get; } = order.KeyFor(Preset);

    public string Subject => $"{order.File.Path} ({Preset})";

    public bool IsPossible => vips.Path is not null;

    public static PixelSize SizeOf(PixelSize picture) => KitSource.Inside(picture, new PixelSize(Largest, Largest));

    public async Task<Crafted> MakeAsync(string folder, CancellationToken closing)
    {
        if (KitSource.Read(order) is not { } header) return KitSource.Unfit;
        var picture = new FlatPicture(vips, folder, header);
        picture.Take(order.File.Path);
        var room = MostBytes - CreditPacket.Of(order.Rights).Length - 100;
        var scaled = 0;
        foreach (var (side, quality) in Tries)
        {
            if (side != scaled && await picture.ScaleAsync(null, KitSource.Inside(picture.Size, new PixelSize(side, side)), $"{side}.v", closing) is { } unscaled) return new Crafted.Refused(unscaled);
            scaled = side;
            if (await picture.EncodeAsync($"{side}.v", "out.jpg", quality, closing) is { } complaint) return new Crafted.Refused(complaint);
            var result = Path.Combine(folder, "out.jpg");
            if (new FileInfo(result).Length <= room) return ImageHeader.Read(result) is null ? KitSource.Unfit : KitSource.Credited(folder, result, order.Rights);
        }

        return new Crafted.Refused("It does not become small enough.");
    }
}
