using System.Collections.Immutable;

namespace Repository.Search.Queries;

/// <summary>Documents that have the terms at the offsets they have in the phrase, or no further from that than the slop.</summary>
/// <param name="Offsets">Where each term stands in the phrase; stop words leave holes. The first is 0.</param>
public sealed record PhraseQuery(string Field, ImmutableArray<string> Terms, ImmutableArray<int> Offsets, int Slop = 0) : Query;
