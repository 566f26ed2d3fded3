using System.Collections.Immutable;

namespace Repository.Core.Content;

/// <summary>
/// What an editor wrote: names and stored property texts. A culture of "" is the invariant one. Immutable; equal by content.
/// An item that varies has one name per culture and no invariant name; one that does not has only the invariant name.
/// </summary>
public sealed record ItemContent(
    ImmutableSortedDictionary<string, string> Names,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Values)
{
    public const string Invariant = "";

    public static readonly ItemContent Empty = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal));

    public static ItemContent Named(string name, string culture = Invariant) => Empty.WithName(name, culture);

    public IEnumerable<string> Cultures => Names.Keys;

    public string? Name(string culture = Invariant) => Names.GetValueOrDefault(culture);

    public string? Value(string alias, string culture = Invariant) => Values.TryGetValue(alias, out var byCulture) ? byCulture.GetValueOrDefault(culture) : null;

    public ItemContent WithName(string name, string culture = Invariant) => this with { Names = Names.SetItem(culture, name) };

    /// <summary>An empty text removes the value.</summary>
    public ItemContent With(string alias, string stored, string culture = Invariant)
    {
        var byCulture = Values.GetValueOrDefault(alias) ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        byCulture = stored.Length == 0 ? byCulture.Remove(culture) : byCulture.SetItem(culture, stored);
        return this with { Values = byCulture.IsEmpty ? Values.Remove(alias) : Values.SetItem(alias, byCulture) };
    }

    public bool Equals(ItemContent? other) =>
        other is not null
        && Names.SequenceEqual(other.Names)
        && Values.Count == other.Values.Count
        && Values.Zip(other.Values).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SequenceEqual(pair.Second.Value));

    public override int GetHashCode() => HashCode.Combine(Names.Count, Values.Count, Names.Values.FirstOrDefault());
}
