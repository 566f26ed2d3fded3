using System.Collections.Immutable;

namespace Repository.Core.Editors;

/// <summary>How much a text says about its item. The names are those of Umbraco's search: text of relevance 1 (title) to 4 (everything else).</summary>
public enum SearchTier
{
    Title,
    Summary,
    Body,
    Other,
}

public sealed record SearchText(SearchTier Tier, string Text);

/// <summary>What an editor made of a stored text. When <see cref="Problems"/> is not empty, <see cref="Delivery"/> is the best that can still be shown.</summary>
/// <param name="Stored">The text as it should be stored: normalised, sanitised.</param>
/// <param name="Delivery">The value as readers get it, before references are looked up.</param>
public sealed record PropertyReading(string Stored, DeliveryValue Delivery)
{
    /// <summary>Whole Spanish sentences without the field's name: "Escribe un número entero."</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    public ImmutableArray<SearchText> SearchTexts { get; init; } = [];

    /// <summary>What pickers hold, those inside blocks included, as far as their settings narrow it.</summary>
    public ImmutableArray<Pick> Picks { get; init; } = [];

    /// <summary>Nothing stored, nothing delivered.</summary>
    public static readonly PropertyReading Empty = new("", DeliveryValue.Null);

    /// <summary>A refused text: kept as typed, delivered as nothing.</summary>
    public static PropertyReading Refused(string stored, string problem) => new(stored, DeliveryValue.Null) { Problems = [problem] };
}
