using Repository.Core.Content;

namespace Repository.Web.Live;

/// <summary>What the change log says since a line of it, up to its end at one moment: no transaction is taken apart, however many lines it wrote.</summary>
internal sealed class ChangedItems
{
    private const int LinesAtOnce = 5_000;

    private readonly HashSet<Guid> _keys = [];

    private ChangedItems(long cursor) => Cursor = cursor;

    /// <summary>The last line there is.</summary>
    public long Cursor { get; private set; }

    /// <summary>The last line that concerns whoever asks; 0 when none does.</summary>
    public long Version { get; private set; }

    public IReadOnlyCollection<Guid> Keys => _keys;

    public static async Task<ChangedItems> ReadAsync(IContentReader reader, long after, Func<Change, bool> concerns)
    {
        var changed = new ChangedItems(after);
        IReadOnlyList<Change> lines;
        do
        {
            lines = await reader.ChangesAsync(changed.Cursor, LinesAtOnce);
            foreach (var line in lines) changed.Add(line, concerns(line));
        }
        while (lines.Count == LinesAtOnce);

        return changed;
    }

    private void Add(Change line, bool concerns)
    {
        Cursor = line.Seq;
        if (!concerns) return;
        Version = line.Seq;
        _keys.Add(line.Key);
    }
}
