using System.Text;

namespace Repository.Web.Media.Intake;

/// <summary>
/// Finds what of an MP4 file tells where it was recorded: the coordinates that phones write, whatever stands in boxes of unknown makers, and tracks of
/// positions that cameras record beside the picture. XMP keeps credit and licence.
/// </summary>
internal sealed class Mp4Place(Stream file)
{
    private const int MostOfXmp = 1024 * 1024;

    /// <summary>That a picture goes all around is no place.</summary>
    private static readonly Guid Spherical = new("ffcc8263-f855-4a93-8814-587a02521fdd");

    private static readonly Guid Xmp = new("be7acfcb-97a9-42e8-9c71-999491e3afac");

    private static readonly HashSet<string> Tables = ["stsz", "stsc", "stco", "co64"];

    private readonly List<Mp4Box> _tables = [];
    private readonly List<Mp4Box> _samples = [];
    private readonly List<Mp4Box> _tracks = [];

    /// <summary>In the words of Apple's and Google's programs.</summary>
    private readonly List<string> _keys = [];

    /// <summary>The stretches to be written over, each with what stands there afterwards.</summary>
    public List<(long At, byte[] Bytes)> Changes { get; } = [];

    /// <summary>Boxes that are made free: they stay as long as they are, and hold zeros.</summary>
    public List<Mp4Box> Freed { get; } = [];

    /// <summary>What a track of positions recorded, wherever it lies among pictures and sound.</summary>
    public IEnumerable<(long At, long Length)> Recorded() =>
        from track in _tracks
        from stretch in new Mp4Samples(file, [.. _tables.Where(table => table.Track == track)]).Stretches()
        where _samples.Exists(samples => stretch.At >= samples.Body && stretch.At + stretch.Length <= samples.End)
        select stretch;

    public void Look(Mp4Box box)
    {
        if (Tables.Contains(box.Type)) _tables.Add(box);
        if (box is { Type: "mdat", Around: null }) _samples.Add(box);
        if (Freed.Exists(freed => box.Start >= freed.Start && box.End <= freed.End)) return;
        if (box.Type == "keys" && box.IsIn("meta")) ReadKeys(box);
        else if (box.Type is "uuid") LookAtOwn(box);
        else if (box.Type == "XMP_") Keep(box, box.Body);
        else if (TellsPlace(box)) Freed.Add(box);
    }

    /// <summary>GoPro's and Google's positions are a track, whose kind stands in its sample description.</summary>
    private bool TellsPlace(Mp4Box box) => box.Type switch
    {
        "\u00A9xyz" or "loci" or "GPMF" or "gps " or "smta" => true,
        "stsd" when box.End - box.Body >= 16 => IsTrackOfPlaces(box),
        _ => box.Around?.Type == "ilst" && KeyOf(box) is { } key && key.Contains("location", StringComparison.OrdinalIgnoreCase),
    };

    private bool IsTrackOfPlaces(Mp4Box description)
    {
        file.Position = description.Body + 12;
        if (Encoding.Latin1.GetString(file.Bytes(4)) is "gpmd" or "camm" or "rtmd" && description.Track is { } track)
        {
            Freed.Add(track);
            _tracks.Add(track);
        }

        return false;
    }

    private string? KeyOf(Mp4Box value)
    {
        var number = value.Type.Aggregate(0L, (sum, letter) => (sum << 8) | letter);
        return number >= 1 && number <= _keys.Count ? _keys[(int)number - 1] : null;
    }

    private void ReadKeys(Mp4Box box)
    {
        _keys.Clear();
        if (box.End - box.Body < 8) return;
        file.Position = box.Body + 4;
        for (var left = file.UInt32(); left > 0 && box.End - file.Position >= 8; left--)
        {
            var size = file.UInt32();
            if (size < 8 || size > 1024 || file.Position + size - 4 > box.End) return;
            file.Skip(4);
            _keys.Add(Encoding.Latin1.GetString(file.Bytes((int)size - 8)));
        }
    }

    private void LookAtOwn(Mp4Box box)
    {
        if (box.End - box.Body < 16)
        {
            Freed.Add(box);
            return;
        }

        file.Position = box.Body;
        var owner = new Guid(file.Bytes(16), bigEndian: true);
        if (owner == Xmp) Keep(box, box.Body + 16);
        else if (owner != Spherical) Freed.Add(box);
    }

    /// <summary>A packet may have blanks behind it: so it stays as long as it was.</summary>
    private void Keep(Mp4Box box, long at)
    {
        var length = box.End - at;
        if (length > MostOfXmp)
        {
            Freed.Add(box);
            return;
        }

        file.Position = at;
        var packet = file.Bytes((int)length);
        var kept = XmpPacket.WithoutPlace(packet);
        if (kept.Length == 0 || kept.Length > packet.Length) Freed.Add(box);
        else if (!kept.AsSpan().SequenceEqual(packet)) Changes.Add((at, [.. kept, .. Enumerable.Repeat((byte)' ', packet.Length - kept.Length)]));
    }
}
