namespace Repository.Core.Geography;

/// <summary>A distance no finer than it is known: a municipality is a single point here, and no road is a straight line.</summary>
public static class RoughDistance
{
    /// <summary>Whole kilometres; the further away, the coarser. Zero is less than one.</summary>
    public static int Kilometres(double kilometres) => kilometres switch
    {
        < 1 => 0,
        < 10 => ToNext(1, kilometres),
        < 100 => ToNext(5, kilometres),
        _ => ToNext(10, kilometres),
    };

    private static int ToNext(int step, double kilometres) => (int)Math.Round(kilometres / step, MidpointRounding.AwayFromZero) * step;
}
