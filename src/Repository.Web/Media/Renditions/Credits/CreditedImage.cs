using System.Buffers.Binary;

namespace Repository.Web.Media.Renditions.Credits;

/// <summary>
/// Copies an encoded picture and leaves nothing in it but the picture and a credit packet: whatever else it said of cameras, places and profiles
/// stays behind. libvips' own stripping keeps both in WebP. The picture is one that libvips wrote just now; anything unexpected is a broken promise.
/// </summary>
internal static class CreditedImage
{
    public static void Copy(string from, string to, ImageFormat format, byte[] packet)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        switch (format)
        {
            case ImageFormat.Jpeg: CreditedJpeg.Copy(source, target, packet); break;
            case ImageFormat.Png: CreditedPng.Copy(source, target, packet); break;
            case ImageFormat.Gif: CreditedGif.Copy(source, target, packet); break;
            default: CreditedWebP.Copy(source, target, packet); break;
        }
    }

    public static byte[] Take(this Stream source, int count)
    {
        var bytes = new byte[count];
        source.ReadExactly(bytes);
        return bytes;
    }

    public static void WriteBig(this Stream target, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        target.Write(bytes);
    }

    public static void WriteLittle(this Stream target, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        target.Write(bytes);
    }
}
