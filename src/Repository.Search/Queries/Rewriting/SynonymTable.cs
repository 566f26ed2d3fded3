using Repository.Search.Analysis;

namespace Repository.Search.Queries.Rewriting;

/// <summary>One way to say something, as terms and where they stand to each other.</summary>
internal sealed record Wording(string[] Terms, int[] Offsets, int Group)
{
    public Query In(string field) => Terms is [var only] ? new TermQuery(field, only) : new PhraseQuery(field, [.. Terms], [.. Offsets]);
}

/// <summary>Groups of synonyms as one analyzer reads them. Immutable.</summary>
internal sealed class SynonymTable
{
    private readonly Dictionary<string, List<Wording>> _byFirstTerm = new(StringComparer.Ordinal);
    private readonly List<List<Wording>> _groups = [];

    public SynonymTable(Analyzer analyzer, IReadOnlyList<IReadOnlyCollection<string>> groups)
    {
        var stream = analyzer.CreateStream();
        foreach (var group in groups)
        {
            var wordings = new List<Wording>();
            foreach (var text in group)
            {
                // Wordings that the analyzer makes the same of are one; one without terms says nothing.
                if (Read(stream, text, _groups.Count) is { } wording && !wordings.Exists(known => known.Terms.AsSpan().SequenceEqual(wording.Terms))) wordings.Add(wording);
            }

            _groups.Add(wordings);
            foreach (var wording in wordings) Add(wording);
        }
    }

    public IReadOnlyList<Wording> StartingWith(string term) => _byFirstTerm.GetValueOrDefault(term) ?? [];

    public IEnumerable<Wording> OthersThan(Wording wording) => _groups[wording.Group].Where(other => other != wording);

    private void Add(Wording wording)
    {
        if (_byFirstTerm.TryGetValue(wording.Terms[0], out var known)) known.Add(wording);
        else _byFirstTerm.Add(wording.Terms[0], [wording]);
    }

    private static Wording? Read(TokenStream stream, string text, int group)
    {
        var (terms, offsets) = (new List<string>(), new List<int>());
        var offset = 0;
        stream.Reset(text);
        while (stream.Next())
        {
            offset += terms.Count == 0 ? 0 : stream.PositionIncrement;
            terms.Add(stream.Term.ToString());
            offsets.Add(offset);
        }

        return terms.Count == 0 ? null : new Wording([.. terms], [.. offsets], group);
    }
}
