using System.Collections.Immutable;

namespace Repository.Core.Forms;

/// <summary>What an entry holds, by alias: always a list of texts, whatever the kind of the field. A field without an answer is not in it.</summary>
public sealed class Answers(ImmutableSortedDictionary<string, ImmutableArray<string>> byAlias) : IEquatable<Answers>
{
    public static readonly Answers None = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, ImmutableArray<string>> ByAlias => byAlias;

    public ImmutableArray<string> this[string alias] => byAlias.GetValueOrDefault(alias, []);

    /// <summary>The first text of a field; empty when there is none.</summary>
    public string Text(string alias) => this[alias] is [var first, ..] ? first : "";

    public Answers With(string alias, params ImmutableArray<string> texts) => new(texts.IsEmpty ? byAlias.Remove(alias) : byAlias.SetItem(alias, texts));

    public bool Equals(Answers? other) => other is not null && byAlias.Count == other.ByAlias.Count
        && byAlias.All(pair => other.ByAlias.TryGetValue(pair.Key, out var texts) && texts.AsSpan().SequenceEqual(pair.Value.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as Answers);

    public override int GetHashCode() => byAlias.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value.Length));
}
