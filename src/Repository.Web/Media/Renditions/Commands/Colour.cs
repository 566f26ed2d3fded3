using System.Globalization;
using KnownColour = System.Drawing.Color;

namespace Repository.Web.Media.Renditions.Commands;

/// <summary>A colour as it may stand in an address: <c>RRGGBB</c>, <c>RRGGBBAA</c>, <c>r,g,b[,a]</c> or a name.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue, byte Alpha = 255)
{
    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Transparent = new(0, 0, 0, 0);

    public bool IsOpaque => Alpha == 255;

    public string Hex => Convert.ToHexStringLower([Red, Green, Blue, Alpha]);

    /// <summary>This colour upon one that lets nothing through.</summary>
    public Colour Over(Colour ground)
    {
        var alpha = Alpha / 255.0;
        return new Colour(Mixed(Red, ground.Red), Mixed(Green, ground.Green), Mixed(Blue, ground.Blue));

        byte Mixed(byte above, byte below) => (byte)Math.Round((above * alpha) + (below * (1 - alpha)));
    }

    public static Colour? Read(string? text)
    {
        text = text?.Trim().TrimStart('#');
        if (string.IsNullOrEmpty(text)) return null;
        return text.Contains(',', StringComparison.Ordinal) ? FromNumbers(text.Split(',')) : FromHex(text) ?? FromName(text);
    }

    private static Colour? FromNumbers(string[] parts)
    {
        if (parts.Length is not (3 or 4)) return null;
        var numbers = new byte[4];
        numbers[3] = 255;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!byte.TryParse(parts[i].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }

        return new Colour(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>Three and four digits stand for twice as many, as in a style sheet.</summary>
    private static Colour? FromHex(string text)
    {
        if (text.Length is 3 or 4) text = string.Concat(text.Select(digit => $"{digit}{digit}"));
        if (text.Length is not (6 or 8) || !uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return null;
        if (text.Length == 6) number = (number << 8) | 0xFF;
        return new Colour((byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);
    }

    private static Colour? FromName(string text)
    {
        var named = KnownColour.FromName(text);
        return named is { IsKnownColor: true, IsSystemColor: false } ? new Colour(named.R, named.G, named.B, named.A) : null;
    }
}
