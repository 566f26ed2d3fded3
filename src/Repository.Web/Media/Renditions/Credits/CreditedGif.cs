namespace Repository.Web.Media.Renditions.Credits;

/// <summary>GIF: the packet is an application extension behind the colour table.</summary>
internal static class CreditedGif
{
    public static void Copy(Stream source, Stream target, byte[] packet)
    {
        var screen = source.Take(13);
        target.Write(screen);
        if ((screen[10] & 0x80) != 0) target.Write(source.Take(3 * (2 << (screen[10] & 7))));
        target.Write([0x21, 0xFF, 11]);
        target.Write("XMP DataXMP"u8);
        target.Write(packet);

        // The packet is no row of counted blocks. Whoever takes its letters for counts lands in this slope and slides down to the end.
        target.WriteByte(1);
        for (var value = 255; value >= 0; value--) target.WriteByte((byte)value);
        target.WriteByte(0);
        source.CopyTo(target);
    }
}
