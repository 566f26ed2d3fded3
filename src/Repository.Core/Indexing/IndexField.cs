using System.Collections.Immutable;

namespace Repository.Core.Indexing;

/// <summary>What one property of an item gives to the index. The names are those of Umbraco's search.</summary>
/// <param name="FieldName">The property's alias; one of <see cref="IndexFields"/> for what no property holds.</param>
/// <param name="Culture">The culture it is read in, the item's own or, where nothing varies, the one that is asked for.</param>
public sealed record IndexField(string FieldName, IndexValue Value, string Culture);

/// <summary>Fields beside the properties.</summary>
public static class IndexFields
{
    /// <summary>The name of the item: its title.</summary>
    public const string Name = "name";

    /// <summary>The keys of the other items whose names the item is found by: when one of them changes, this item has to be indexed anew.</summary>
    public const string Shows = "shows";

    /// <summary>The words of the files that the item shows.</summary>
    public const string Files = "files";

    /// <summary>The files it shows that nobody has read yet (<see cref="AwaitedText"/>): when one has been, this item has to be indexed anew.</summary>
    public const string Awaits = "awaits";
}

/// <summary>Texts by how much they say about their item, and what is not text.</summary>
public sealed record IndexValue
{
    /// <summary>Titles. Weight 4.</summary>
    public ImmutableArray<string> TextsR1 { get; init; } = [];

    /// <summary>Summaries and headings. Weight 2.</summary>
    public ImmutableArray<string> TextsR2 { get; init; } = [];

    /// <summary>Bodies. Weight 1.</summary>
    public ImmutableArray<string> TextsR3 { get; init; } = [];

    /// <summary>Everything else. Weight 0.5.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>
    /// Names of the item, titles among them, to be indexed once more without stemming and stop words: so they are found while they are being
    /// typed, and with a mistake. Not one of Umbraco's.
    /// </summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Whole values, never part of what is searched for words.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    public bool IsEmpty => TextsR1.IsEmpty && TextsR2.IsEmpty && TextsR3.IsEmpty && Texts.IsEmpty && Names.IsEmpty && Keywords.IsEmpty;
}
