using System.Text;

namespace Repository.Web.Media.Kits.Making;

/// <summary>Pixels of three bytes each, row by row from the top.</summary>
internal sealed class Raster(PixelSize size)
{
    private const int Channels = 3;

    /// <summary>In front of the pixels in libvips' own format.</summary>
    private const int HeaderLength = 64;

    private readonly byte[] _pixels = new byte[size.Area * Channels];

    public PixelSize Size => size;

    public Span<byte> this[int x, int y] => _pixels.AsSpan(((y * size.Width) + x) * Channels, Channels);

    public Span<byte> Row(int y) => _pixels.AsSpan(y * size.Width * Channels, size.Width * Channels);

    /// <summary>The rows above one of them.</summary>
    public Raster Top(int rows)
    {
        if (rows >= size.Height) return this;
        var top = new Raster(new PixelSize(size.Width, rows));
        _pixels.AsSpan(0, top._pixels.Length).CopyTo(top._pixels);
        return top;
    }

    /// <summary>Reads what libvips wrote just now, in the byte order of this machine: three channels of a byte each, anything else is a broken promise.</summary>
    public static Raster Read(string path)
    {
        using var file = File.OpenRead(path);
        var header = new byte[HeaderLength];
        file.ReadExactly(header);
        var (width, height) = (BitConverter.ToInt32(header, 4), BitConverter.ToInt32(header, 8));
        if (BitConverter.ToInt32(header, 12) != Channels || BitConverter.ToInt32(header, 20) != 0) throw new InvalidDataException("The pixels are not three bytes each.");
        var raster = new Raster(new PixelSize(width, height));
        file.ReadExactly(raster._pixels);
        return raster;
    }

    /// <summary>Writes them in the plainest of all formats.</summary>
    public void Write(string path)
    {
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes($"P6\n{size.Width} {size.Height}\n255\n"));
        file.Write(_pixels);
    }
}
