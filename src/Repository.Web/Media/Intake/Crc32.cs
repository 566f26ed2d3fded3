namespace Repository.Web.Media.Intake;

/// <summary>The checksum of PNG's chunks.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (rest, _) => (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ 0xEDB88320))];

    /// <summary>Of bytes that follow those which gave <paramref name="before"/>.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var rest = ~before;
        foreach (var value in bytes) rest = Table[(byte)(rest ^ value)] ^ (rest >> 8);
        return ~rest;
    }
}
