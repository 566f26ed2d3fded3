using System.Collections.Immutable;

namespace Repository.Core.Content.Differences;

/// <summary>How a piece of text is set, as far as a reader of differences cares.</summary>
[Flags]
public enum TextMarks
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Link = 4,
    Heading = 8,
    Item = 16,
}

/// <summary>A piece of text that stays, comes or goes. <paramref name="Target"/> is where a link leads, or empty.</summary>
public sealed record TextRun(DifferenceKind Kind, string Text, TextMarks Marks = TextMarks.None, string Target = "");

/// <summary>A paragraph of runs. <see cref="DifferenceKind.Changed"/> when only a part of it changed.</summary>
public sealed record TextLine(DifferenceKind Kind, ImmutableArray<TextRun> Runs);
