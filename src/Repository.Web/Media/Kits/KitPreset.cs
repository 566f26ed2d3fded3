using Repository.Web.Media.Renditions;

namespace Repository.Web.Media.Kits;

/// <summary>A form in which a material's picture is handed out. The key stands in the address and tells the page which words to use.</summary>
/// <param name="Content">Where the picture may stand: what lies outside of it, a telephone covers with its own buttons.</param>
/// <param name="Crop">The name of the crop that editors place for it.</param>
/// <param name="HeadWidth">How much of the width the head of a long sheet takes: in a flat box a narrower head is one that says more.</param>
/// <param name="GoodHead">How much of its height a head should fill to end where it is calm: what stands above a title is none.</param>
/// <param name="LeastHead">How much it must fill where there is no better end: a flat card may be a title and nothing more, a square must show something.</param>
internal sealed record KitPreset(string Key, PixelSize Size, PixelBox Content, string Crop, double GoodHead, double LeastHead, double HeadWidth = 1)
{
    public static readonly KitPreset Square = new("cuadrado", new PixelSize(1080, 1080), new PixelBox(0, 0, 1080, 1080), "square", 0.62, 0.62);
    public static readonly KitPreset Story = new("historia", new PixelSize(1080, 1920), new PixelBox(0, 250, 1080, 1420), "story", 0.55, 0.55);
    public static readonly KitPreset Card = new("tarjeta", new PixelSize(1200, 630), new PixelBox(0, 0, 1200, 630), "wide", 0.62, 0.4, 0.75);

    public static readonly IReadOnlyList<KitPreset> All = [Square, Story, Card];
}

/// <summary>A sheet to print on, in millimetres, upright.</summary>
internal sealed record KitSheet(string Key, int Width, int Height)
{
    public static readonly KitSheet A4 = new("a4", 210, 297);
    public static readonly KitSheet A3 = new("a3", 297, 420);

    public static readonly IReadOnlyList<KitSheet> All = [A4, A3];
}
