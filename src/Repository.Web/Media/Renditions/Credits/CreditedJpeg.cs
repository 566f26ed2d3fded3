namespace Repository.Web.Media.Renditions.Credits;

/// <summary>JPEG: of its application segments only JFIF's and Adobe's stay, which say how to read the pixels; the packet is one more.</summary>
internal static class CreditedJpeg
{
    private const byte Jfif = 0xE0;
    private const byte Adobe = 0xEE;
    private const byte Scan = 0xDA;

    public static void Copy(Stream source, Stream target, byte[] packet)
    {
        target.Write(source.Take(2));
        var isCredited = false;
        while (true)
        {
            var head = source.Take(4);
            if (head[0] != 0xFF) throw new InvalidDataException("A JPEG segment does not begin as it should.");
            if (!isCredited && head[1] != Jfif)
            {
                Write(target, packet);
                isCredited = true;
            }

            var body = source.Take(((head[2] << 8) | head[3]) - 2);
            if (!IsAboutTheFile(head[1]))
            {
                target.Write(head);
                target.Write(body);
            }

            if (head[1] != Scan) continue;
            source.CopyTo(target);
            return;
        }
    }

    /// <summary>Application segments and comments.</summary>
    private static bool IsAboutTheFile(byte marker) => marker is > Jfif and <= 0xEF and not Adobe or 0xFE;

    private static void Write(Stream target, byte[] packet)
    {
        var name = "http://ns.adobe.com/xap/1.0/\0"u8;
        var length = 2 + name.Length + packet.Length;
        target.Write([0xFF, 0xE1, (byte)(length >> 8), (byte)length]);
        target.Write(name);
        target.Write(packet);
    }
}
