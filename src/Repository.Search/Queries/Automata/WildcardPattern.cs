using System.Collections.Immutable;
using System.Text;

namespace Repository.Search.Queries.Automata;

/// <summary>A pattern taken apart: code points, <see cref="One"/> for any one and <see cref="Run"/> for any run of them.</summary>
internal sealed class WildcardPattern
{
    public const int One = -1;
    public const int Run = -2;

    private WildcardPattern(ImmutableArray<int> parts)
    {
        Parts = parts;
        var start = new StringBuilder();
        foreach (var part in parts.TakeWhile(part => part >= 0)) start.Append(new Rune(part).ToString());
        LiteralStart = start.ToString();
    }

    public ImmutableArray<int> Parts { get; }

    /// <summary>What every match begins with.</summary>
    public string LiteralStart { get; }

    public static WildcardPattern Read(string pattern)
    {
        var parts = ImmutableArray.CreateBuilder<int>(pattern.Length);
        var literal = false;
        foreach (var rune in pattern.EnumerateRunes())
        {
            if (!literal && rune.Value == '\\')
            {
                literal = true;
                continue;
            }

            var part = literal ? rune.Value : rune.Value switch { '*' => Run, '?' => One, var point => point };
            // Two runs are one: they would only double the work.
            if (part != Run || parts.Count == 0 || parts[^1] != Run) parts.Add(part);
            literal = false;
        }

        if (literal) parts.Add('\\');
        return new WildcardPattern(parts.ToImmutable());
    }

    public WildcardAutomaton CreateAutomaton() => new(this);
}
