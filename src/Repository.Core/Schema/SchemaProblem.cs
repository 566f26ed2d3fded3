namespace Repository.Core.Schema;

/// <summary>Why a schema or content file is refused: which file, which element in it, and the reason in Spanish.</summary>
public sealed record SchemaProblem(string File, string Element, string Reason)
{
    public override string ToString() => Element.Length == 0 ? $"{File}: {Reason}" : $"{File} ({Element}): {Reason}";
}
