namespace Repository.Search.Analysis;

/// <summary>Shortens, changes or removes a lower-case, folded term in place. Immutable.</summary>
internal interface ITermFilter
{
    /// <returns>The length that remains; 0 removes the term and leaves a hole in the positions.</returns>
    int Apply(Span<char> term);
}
