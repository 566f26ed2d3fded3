namespace Repository.Core.Practices;

/// <summary>Who proposed an indicator, as the schema's list of choices says it.</summary>
public static class IndicatorProposer
{
    public const string Repository = "El repositorio";
}
