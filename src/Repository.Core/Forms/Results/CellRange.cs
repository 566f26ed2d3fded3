using System.Text.Json.Serialization;

namespace Repository.Core.Forms.Results;

/// <summary>How many people are in a published cell: exactly, or between two numbers, both included.</summary>
[method: JsonConstructor]
public readonly record struct CellRange(long Least, long Most)
{
    public bool IsExact => Least == Most;

    public static CellRange Exactly(long count) => new(count, count);

    public static CellRange operator +(CellRange one, CellRange other) => new(one.Least + other.Least, one.Most + other.Most);

    public override string ToString() => IsExact ? $"{Least}" : $"{Least}–{Most}";
}
