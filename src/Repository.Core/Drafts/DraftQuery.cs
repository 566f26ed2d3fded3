using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Core.Drafts;

public enum DraftSort
{
    /// <summary>As they stand in the tree.</summary>
    Place,
    Name,
    Type,
    State,
    Owner,
    Changed,
}

/// <summary>What a list is narrowed to and how it is sorted. With a word or a filter it looks through everything below the section, otherwise at its children.</summary>
public sealed record DraftQuery(ItemKind Kind, Guid? Section)
{
    public string Text { get; init; } = "";
    public DraftState? State { get; init; }

    /// <summary>In one of its languages the draft stands here.</summary>
    public ReviewState? Standing { get; init; }
    public bool IsScheduled { get; init; }
    public bool IsRestricted { get; init; }
    public string? Type { get; init; }
    public string? Owner { get; init; }

    /// <summary>Written in this language.</summary>
    public string? Language { get; init; }
    public DraftLacks Lacks { get; init; }

    public DraftSort Sort { get; init; }
    public bool Descending { get; init; }

    public bool IsNarrowed =>
        Text.Length > 0 || State is not null || Standing is not null || IsScheduled || IsRestricted || Type is not null || Owner is not null || Language is not null || Lacks != DraftLacks.None;

    /// <summary>Everything that is meant, in order.</summary>
    public ImmutableArray<DraftEntry> In(DraftCatalogue catalogue)
    {
        if (!IsNarrowed) return Sorted(catalogue.Children(Kind, Section));
        var sought = Text.Length > 0 ? DraftSearch.For(Text) : null;
        return Sorted([.. catalogue.Below(Kind, Section).Where(entry => Fits(entry) && sought?.Invoke(entry) != false)]);
    }

    private bool Fits(DraftEntry entry) =>
        (State is not { } state || entry.State == state)
        && (Standing is not { } standing || entry.Cultures.Any(culture => culture.Standing == standing))
        && (!IsScheduled || entry.IsScheduled)
        && (!IsRestricted || entry.Item.Restricted)
        && (Type is null || entry.Item.Type == Type)
        && (Owner is null || entry.Item.CreatedBy == Owner)
        && (Language is null || entry.Cultures.Any(culture => culture.Culture == Language))
        && (entry.Lacks & Lacks) == Lacks;

    private ImmutableArray<DraftEntry> Sorted(ImmutableArray<DraftEntry> entries)
    {
        if (Sort == DraftSort.Place) return Descending ? [.. entries.Reverse()] : entries;
        return [.. Descending ? entries.Order(Comparer<DraftEntry>.Create((one, other) => Compare(other, one))) : entries.Order(Comparer<DraftEntry>.Create(Compare))];
    }

    private int Compare(DraftEntry one, DraftEntry other)
    {
        var compared = Sort switch
        {
            DraftSort.Type => string.CompareOrdinal(one.Item.Type, other.Item.Type),
            DraftSort.State => one.State.CompareTo(other.State),
            DraftSort.Owner => string.CompareOrdinal(one.Item.CreatedBy, other.Item.CreatedBy),
            DraftSort.Changed => one.ChangedAt.CompareTo(other.ChangedAt),
            _ => 0,
        };
        return compared != 0 ? compared : one.SortKey.AsSpan().SequenceCompareTo(other.SortKey);
    }
}
