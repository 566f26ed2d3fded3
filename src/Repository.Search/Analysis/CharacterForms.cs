using System.Text;

namespace Repository.Search.Analysis;

/// <summary>
/// Every character in lower case and folded, looked up at once. Nearly all become one character; the few that become several are kept apart. Characters beyond
/// the basic plane are put in lower case and not folded, as in Lucene.
/// </summary>
internal static class CharacterForms
{
    private const char Several = '\uFFFF';
    private static readonly Dictionary<char, string> Longer = [];
    private static readonly char[] Single = Build();

    /// <summary>Writes the form of the character at a place of the text; says how many characters of the text that was.</summary>
    public static int Append(ReadOnlySpan<char> text, int at, ref TermBuffer term)
    {
        var single = Single[text[at]];
        if (single != Several)
        {
            term.Append(single);
            return 1;
        }

        if (Longer.TryGetValue(text[at], out var longer))
        {
            term.Append(longer);
            return 1;
        }

        return AppendPair(text, at, ref term);
    }

    private static int AppendPair(ReadOnlySpan<char> text, int at, ref TermBuffer term)
    {
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out _) != System.Buffers.OperationStatus.Done)
        {
            term.Append(text[at]);
            return 1;
        }

        Span<char> lower = stackalloc char[2];
        term.Append(lower[..Rune.ToLowerInvariant(rune).EncodeToUtf16(lower)]);
        return 2;
    }

    private static char[] Build()
    {
        var forms = new char[char.MaxValue + 1];
        for (var value = 0; value < forms.Length; value++)
        {
            // The one letter whose invariant lower case .NET leaves alone, for the sake of Turkish.
            var lower = value == 0x130 ? 'i' : char.ToLowerInvariant((char)value);
            var folded = AsciiFolding.Table.GetValueOrDefault(lower);
            forms[value] = folded switch
            {
                _ when char.IsSurrogate((char)value) || lower == Several => Several,
                null => lower,
                [var only] => only,
                _ => Several,
            };
            if (folded is { Length: not 1 }) Longer.Add((char)value, folded);
        }

        Longer.Add(Several, Several.ToString());
        return forms;
    }
}
