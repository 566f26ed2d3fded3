using Repository.Core.Text;

namespace Repository.Web.Site.Reading;

/// <summary>The words of the glossary as the texts of one page mention them: the first mention of each is told, the page's own word never. For one page, in the order it is written.</summary>
internal sealed class Mentions(GlossaryWords words, Guid page)
{
    private readonly HashSet<Guid> _told = [page];

    /// <summary>Null where nothing may lead anywhere: what is written in another language than the page's has other words.</summary>
    public static Mentions? On(SeenItem item, SiteReader reader) => item.Lang is null ? new Mentions(GlossaryWords.Of(reader), item.Item.Key) : null;

    public IEnumerable<FoundPhrase<GlossaryWord>> In(string text, bool isMarkup) => words.Phrases.In(text, isMarkup).Where(found => _told.Add(found.Value.Key));
}

internal sealed record GlossaryWord(Guid Key, string Path);

/// <summary>Every word of the glossary with its other forms, ready to be found in texts. Made once for each state of the content.</summary>
internal sealed class GlossaryWords
{
    /// <summary>Shorter acronyms mean too many things.</summary>
    private const int ShortestAcronym = 3;

    private GlossaryWords(SiteReader reader) => Phrases = new Phrases<GlossaryWord>(
        from term in reader.Seen(reader.View.OfType("glossaryTerm"))
        where term.Lang is null
        let values = reader.Values(term)
        let word = new GlossaryWord(term.Item.Key, term.Path)
        from form in values.Lines("variants").Concat(values.Lines("acronyms").Where(acronym => acronym.Length >= ShortestAcronym)).Prepend(term.Name)
        select (form, word));

    public Phrases<GlossaryWord> Phrases { get; }

    public static GlossaryWords Of(SiteReader reader) => reader.View.Kept.Get("", reader, static reader => new GlossaryWords(reader));
}
