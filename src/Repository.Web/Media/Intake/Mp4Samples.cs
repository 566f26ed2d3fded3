namespace Repository.Web.Media.Intake;

/// <summary>Where the samples of one track lie, as its tables tell: in chunks, each with so many samples, each sample with its size.</summary>
internal sealed class Mp4Samples(Stream file, IReadOnlyCollection<Mp4Box> tables)
{
    private const int Words = 4;

    /// <summary>Stretches of the file; none where a table is missing.</summary>
    public IEnumerable<(long At, long Length)> Stretches()
    {
        if (Table("stsz") is not { } sizes || Table("stsc") is not { } runs || (Table("stco") ?? Table("co64")) is not { } offsets) yield break;
        var (same, count) = (Number(sizes, 4), Number(sizes, 8));
        var (chunks, sample, run) = (Number(offsets, 4), 0L, 0L);
        for (var chunk = 0L; chunk < chunks && sample < count; chunk++)
        {
            // A run of chunks goes on to the first one of the next.
            while (run + 1 < Number(runs, 4) && Number(runs, 8 + ((run + 1) * 3 * Words)) <= chunk + 1) run++;
            var left = Math.Min(Number(runs, 8 + (run * 3 * Words) + Words), count - sample);
            var length = 0L;
            for (; left > 0; left--, sample++) length += same > 0 ? same : Number(sizes, 12 + (sample * Words));
            yield return (offsets.Type == "stco" ? Number(offsets, 8 + (chunk * Words)) : (Number(offsets, 8 + (chunk * 8)) << 32) | Number(offsets, 12 + (chunk * 8)), length);
        }
    }

    private Mp4Box? Table(string type) => tables.FirstOrDefault(box => box.Type == type);

    private long Number(Mp4Box table, long at)
    {
        if (table.Body + at + Words > table.End) throw new EndOfStreamException();
        file.Position = table.Body + at;
        return file.UInt32();
    }
}
