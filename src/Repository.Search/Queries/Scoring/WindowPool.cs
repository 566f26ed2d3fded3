namespace Repository.Search.Queries.Scoring;

/// <summary>Windows that one search needs for its nested queries, handed on to the next search.</summary>
internal sealed class WindowPool
{
    [ThreadStatic]
    private static Stack<ScoreWindow>? _free;

    public static ScoreWindow Rent() => (_free ??= new Stack<ScoreWindow>()).TryPop(out var window) ? window : new ScoreWindow();

    public static void Return(ScoreWindow window) => (_free ??= new Stack<ScoreWindow>()).Push(window);
}
