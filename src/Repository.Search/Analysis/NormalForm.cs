namespace Repository.Search.Analysis;

/// <summary>A text as a whole without vanishing characters, in lower case and folded: keywords, and what patterns are compared with.</summary>
internal static class NormalForm
{
    public static string Of(string text)
    {
        var term = new TermBuffer(Math.Max(16, text.Length));
        Write(text, ref term);
        return term.Characters.ToString();
    }

    public static void Write(string text, ref TermBuffer term)
    {
        term.Clear();
        for (var at = 0; at < text.Length;)
        {
            if (WordBreaks.Of(text[at]) == WordBreak.Vanishing) at++;
            else at += CharacterForms.Append(text, at, ref term);
        }
    }
}
