namespace Repository.Search.Queries.Automata;

/// <summary>Reads terms byte by byte and remembers what it knew after each, so that it can go on from any beginning it has read before.</summary>
internal interface ITermAutomaton
{
    /// <summary>Reads the byte at a depth, having read all before it; false when nothing that begins like this can match.</summary>
    bool Read(int depth, byte value);

    /// <summary>Whether a term of this many bytes, all of them read, matches.</summary>
    bool Accepts(int length);
}
