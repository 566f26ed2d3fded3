namespace Repository.Core.Publishing;

/// <summary>
/// Where a reader keeps one thing it derived from an immutable value, so that the work is done once and forgotten together with the
/// value. Holds a few things at most, one per type and culture. Thread-safe: two readers may derive at the same time, and one wins.
/// </summary>
public sealed class Keepsake
{
    private Entry? _first;

    public T Get<T, TState>(string culture, TState state, Func<TState, T> derive)
        where T : class
    {
        if (Kept<T>(Volatile.Read(ref _first), culture) is { } kept) return kept;
        var made = derive(state);
        var entry = new Entry(culture, made);
        while (true)
        {
            entry.Next = Volatile.Read(ref _first);
            if (Kept<T>(entry.Next, culture) is { } faster) return faster;
            if (Interlocked.CompareExchange(ref _first, entry, entry.Next) == entry.Next) return made;
        }
    }

    private static T? Kept<T>(Entry? entry, string culture)
        where T : class
    {
        for (; entry is not null; entry = entry.Next)
        {
            if (entry.Value is T kept && entry.Culture == culture) return kept;
        }

        return null;
    }

    private sealed class Entry(string culture, object value)
    {
        public readonly string Culture = culture;
        public readonly object Value = value;
        public Entry? Next;
    }
}
