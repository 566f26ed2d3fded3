using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Credits;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Kits.Making;

/// <summary>What all that is made of a material's picture begins and ends with.</summary>
internal static class KitSource
{
    public static readonly Crafted Unfit = new Crafted.Refused("It is no picture of a size that is decoded here.");

    public static ImageHeader? Read(PresetOrder order) => ImageHeader.Read(order.File.Path) is { Stored.IsTooLarge: false } header ? header : null;

    /// <summary>The largest size that keeps the proportions, never larger than the picture.</summary>
    public static PixelSize Inside(PixelSize picture, PixelSize box)
    {
        var scale = Math.Min(1, Math.Min((double)box.Width / picture.Width, (double)box.Height / picture.Height));
        return new PixelSize(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }

    public static Crafted Credited(string folder, string jpeg, MediaRights rights)
    {
        var finished = Path.Combine(folder, "finished");
        CreditedImage.Copy(jpeg, finished, ImageFormat.Jpeg, CreditPacket.Of(rights));
        return new Crafted.Done(finished, KeptFormat.Jpeg);
    }
}
