using System.Collections.Immutable;
using Repository.Core.Content;

namespace Repository.Core.Drafts;

/// <summary>What the lists of the desk tell of an item. Immutable, and small enough that all of them are kept.</summary>
public sealed record DraftEntry
{
    public required Item Item { get; init; }

    /// <summary>The main language first.</summary>
    public required ImmutableArray<DraftCulture> Cultures { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required string ChangedBy { get; init; }
    public ImmutableArray<Schedule> Schedules { get; init; } = [];
    public DraftLacks Lacks { get; init; }

    /// <summary>How many fields are still to be filled in before it may be published.</summary>
    public int Unfilled { get; init; }

    /// <summary>Languages of the repository it could be written in and is not.</summary>
    public ImmutableArray<string> Untranslated { get; init; } = [];

    /// <summary>The day on which somebody wanted to look at it again.</summary>
    public DateOnly? ReviewOn { get; init; }
    public DraftFile? File { get; init; }

    /// <summary>Its names without accents and capitals, to be searched.</summary>
    internal string Sought { get; init; } = "";

    /// <summary>Its name as es-MX sorts it.</summary>
    internal byte[] SortKey { get; init; } = [];

    public Guid Key => Item.Key;

    public string Name => Cultures[0].Name;

    /// <summary>Of all its languages, what most needs to be known.</summary>
    public DraftState State =>
        Cultures.All(culture => culture.State == DraftState.Draft) ? DraftState.Draft
        : Cultures.Any(culture => culture.State == DraftState.Changed) ? DraftState.Changed
        : DraftState.Published;

    public bool IsScheduled => !Schedules.IsEmpty;
}
