namespace Repository.Web.Delivery;

/// <summary>A value or the reason there is none.</summary>
internal readonly struct Outcome<T>
    where T : class
{
    private Outcome(T? value, DeliveryProblem? problem)
    {
        Value = value;
        Problem = problem;
    }

    public T? Value { get; }

    public DeliveryProblem? Problem { get; }

    public bool Is([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out DeliveryProblem? problem)
    {
        value = Value;
        problem = Problem;
        return value is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(DeliveryProblem problem) => new(null, problem);
}
