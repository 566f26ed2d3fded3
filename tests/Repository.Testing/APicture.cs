using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Repository.Testing;

/// <summary>A picture of stripes, each of one colour, so that a test can see what became of which part. As PNG by itself; in other formats with the help of libvips.</summary>
public sealed record APicture(int Width, int Height)
{
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    private (byte R, byte G, byte B, byte A)[] _stripes = [(200, 30, 30, 255), (30, 200, 30, 255), (30, 30, 200, 255), (220, 220, 40, 255)];

    /// <summary>From left to right, in equal widths.</summary>
    public APicture Striped(params (byte R, byte G, byte B, byte A)[] stripes) => this with { _stripes = stripes };

    public byte[] Png() => PngOf(new PixelGrid(Width, Height), Row(), Height);

    /// <summary>A PNG of equal rows that says what it likes of its size.</summary>
    public static byte[] PngOf(PixelGrid claimed, byte[] row, int rows)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, claimed.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), claimed.Height);
        (header[8], header[9]) = (8, 6);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Compressed(row, rows));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>In the format of a name, with the options of libvips behind it: <c>a.jpg[Q=90]</c>.</summary>
    public void Write(string path)
    {
        var png = $"{path.Split('[')[0]}.made.png";
        File.WriteAllBytes(png, Png());
        Tool.Vips.Run("copy", png, path);
        File.Delete(png);
    }

    /// <summary>The colour at a place of a picture in a file, as libvips sees it.</summary>
    public static double[] ColourAt(string path, int x, int y) =>
        [.. Tool.Vips.Run("getpoint", path, $"{x}", $"{y}").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private byte[] Row()
    {
        var row = new byte[(4 * Width) + 1];
        for (var x = 0; x < Width; x++)
        {
            var (r, g, b, a) = _stripes[x * _stripes.Length / Width];
            (row[1 + (4 * x)], row[2 + (4 * x)], row[3 + (4 * x)], row[4 + (4 * x)]) = (r, g, b, a);
        }

        return row;
    }

    private static byte[] Compressed(byte[] row, int rows)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            for (var count = 0; count < rows; count++) zlib.Write(row);
        }

        return compressed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] chunk = [.. name, .. content];
        file.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~chunk.Aggregate(uint.MaxValue, (sum, value) => Remainders[(byte)(sum ^ value)] ^ (sum >> 8)));
        file.Write(number);
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    }
}

/// <summary>A size in pixels.</summary>
public readonly record struct PixelGrid(int Width, int Height);
