using System.Globalization;

namespace Repository.Web.Media.Renditions.Commands;

/// <summary>
/// What an address asks of a picture. Reading never refuses: a size that is none or beyond the limits is taken away, other values that make no sense
/// are passed over, quality is brought into its range. The order of the work is fixed: upright, cut, resize, background, encode.
/// </summary>
internal sealed record RenditionRequest
{
    public int? Width { get; init; }

    public int? Height { get; init; }

    public ResizeMode Mode { get; init; }

    /// <summary>What stays in view when something is cut, and where the picture stands between bars.</summary>
    public Place Place { get; init; } = Place.Centre;

    public Trim? Trim { get; init; }

    /// <summary>Null keeps the format of the original.</summary>
    public ImageFormat? Format { get; init; }

    public int? Quality { get; init; }

    public Colour? Background { get; init; }

    public Colour? Bars { get; init; }

    /// <summary>Nothing that would change a picture: the original is meant.</summary>
    public bool AsksNothing => this with { Mode = default, Place = Place.Centre, Bars = null } == Nothing;

    private static readonly RenditionRequest Nothing = new();

    /// <summary>The same for every way of asking for the same.</summary>
    public string Canonical => string.Create(CultureInfo.InvariantCulture, $"{Sizes} {Cuts} {Format} {Quality} {Background?.Hex}");

    private string Sizes => this is { Width: null, Height: null } ? "" : string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height} {Mode} {Place.X},{Place.Y} {Bars?.Hex}");

    private string Cuts => Trim is not { } trim ? "" : string.Create(CultureInfo.InvariantCulture, $"{trim.Left},{trim.Top},{trim.Right},{trim.Bottom}");

    public static RenditionRequest Read(RenditionCommands commands, int maxWidth, int maxHeight) => new()
    {
        Width = Size(commands["width"], maxWidth),
        Height = Size(commands["height"], maxHeight),
        Mode = ModeOf(commands["rmode"]),
        Place = FocalPoint(commands["rxy"]) ?? Anchor(commands["ranchor"]),
        Trim = TrimOf(commands["cc"]),
        Format = ImageFormats.Named(commands["format"]),
        Quality = QualityOf(commands["quality"]),
        Background = Colour.Read(commands["bgcolor"]) is { Alpha: > 0 } background ? background : null,
        Bars = Colour.Read(commands["rcolor"]),
    };

    private static int? Size(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 && size <= most ? size : null;

    private static ResizeMode ModeOf(string? text) => text?.ToLowerInvariant() switch
    {
        "pad" => ResizeMode.Pad,
        "boxpad" => ResizeMode.BoxPad,
        "max" => ResizeMode.Max,
        "min" => ResizeMode.Min,
        "stretch" => ResizeMode.Stretch,
        _ => ResizeMode.Crop,
    };

    private static Place? FocalPoint(string? text) =>
        Numbers(text) is [var x and >= 0 and <= 1, var y and >= 0 and <= 1] ? new Place(x, y) : null;

    private static Place Anchor(string? text) => text?.ToLowerInvariant() switch
    {
        "top" => new Place(0.5, 0),
        "bottom" => new Place(0.5, 1),
        "left" => new Place(0, 0.5),
        "right" => new Place(1, 0.5),
        "topleft" => new Place(0, 0),
        "topright" => new Place(1, 0),
        "bottomleft" => new Place(0, 1),
        "bottomright" => new Place(1, 1),
        _ => Place.Centre,
    };

    private static Trim? TrimOf(string? text)
    {
        if (Numbers(text) is not { Length: 4 } numbers) return null;
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Math.Clamp(numbers[i], 0, 1);
        return numbers is [0, 0, 0, 0] ? null : new Trim(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static int? QualityOf(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quality) ? (int)Math.Clamp(quality, 1, 100) : null;

    /// <summary>Null when one of them is no number.</summary>
    private static double[]? Numbers(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var parts = text.Split(',');
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i])) return null;
        }

        return numbers;
    }
}
