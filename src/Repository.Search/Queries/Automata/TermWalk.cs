using System.Text;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Automata;

/// <summary>
/// Runs an automaton over a sorted dictionary as if that were a trie: what a term shares with the one before is not read again, and as soon as a beginning
/// cannot lead to a match all terms with that beginning are passed over.
/// </summary>
internal static class TermWalk
{
    /// <summary>The numbers of the terms that the automaton accepts.</summary>
    /// <param name="start">How every match begins.</param>
    public static IEnumerable<int> Matching(TermDictionary terms, ITermAutomaton automaton, string start)
    {
        var prefix = Encoding.UTF8.GetBytes(start);
        var number = terms.FirstAtLeast(prefix);
        var end = number < terms.Count && terms[number].StartsWith(prefix) ? terms.FirstWithoutPrefix(prefix, number) : number;
        for (var known = 0; number < end;)
        {
            (var matches, known, var next) = Step(terms, automaton, number, known);
            if (matches) yield return number;
            number = next;
        }
    }

    /// <summary>The numbers of the terms within so many edits, with how many they need.</summary>
    public static IEnumerable<(int Number, int Edits)> Near(TermDictionary terms, string word, int maxEdits)
    {
        var automaton = new EditAutomaton(word, maxEdits);
        var number = 0;
        for (var known = 0; number < terms.Count;)
        {
            (var matches, known, var next) = Step(terms, automaton, number, known);
            if (matches) yield return (number, automaton.Edits);
            number = next;
        }
    }

    /// <summary>Reads one term from where the automaton still knows it. Says whether it matches, which term is next and how much of that is known already.</summary>
    private static (bool Matches, int Known, int Next) Step(TermDictionary terms, ITermAutomaton automaton, int number, int known)
    {
        var term = terms[number];
        for (var depth = known; depth < term.Length; depth++)
        {
            if (automaton.Read(depth, term[depth])) continue;
            var next = terms.FirstWithoutPrefix(term[..(depth + 1)], number);
            return (false, Shared(terms, term, next, depth), next);
        }

        return (automaton.Accepts(term.Length), Shared(terms, term, number + 1, term.Length), number + 1);
    }

    private static int Shared(TermDictionary terms, ReadOnlySpan<byte> term, int next, int most) =>
        next >= terms.Count ? 0 : Math.Min(term.CommonPrefixLength(terms[next]), most);
}
