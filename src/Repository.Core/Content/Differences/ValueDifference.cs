using System.Collections.Immutable;

namespace Repository.Core.Content.Differences;

/// <summary>How a value changed, in the way its kind is read.</summary>
public abstract record ValueDifference;

/// <summary>A text, plain or rich; with the blocks that stand in it.</summary>
public sealed record TextChange(ImmutableArray<TextLine> Lines, ImmutableArray<BlockDifference> Blocks) : ValueDifference;

/// <summary>A list of things that are told by a name: picked items, files, links, words.</summary>
public sealed record ListChange(ImmutableArray<ListEntry> Entries) : ValueDifference;

public sealed record ListEntry(DifferenceKind Kind, string Text);

public sealed record BlockListChange(ImmutableArray<BlockDifference> Blocks) : ValueDifference;

/// <summary>Anything else, told before and after; empty: no value.</summary>
public sealed record PlainChange(string Before, string After) : ValueDifference;

/// <summary>A block of one of two lists, in the order of the later one. Its fields are those that differ; all that it holds, where it came or went.</summary>
public sealed record BlockDifference(DifferenceKind Kind, Guid Key, string TypeName, string Title, ImmutableArray<FieldDifference> Fields)
{
    /// <summary>It stands elsewhere among its neighbours as well.</summary>
    public bool IsMoved { get; init; }
}

/// <summary>A field that differs: the property's alias ("name" for the name), what editors call it, and how.</summary>
public sealed record FieldDifference(string Alias, string Name, ValueDifference Change);
