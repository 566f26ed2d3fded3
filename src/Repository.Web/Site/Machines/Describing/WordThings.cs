namespace Repository.Web.Site.Machines.Describing;

internal static class WordThings
{
    public static void GlossaryTerm(ThingDraft draft)
    {
        draft.Say("alternateName", draft.Values.Lines("acronyms").Concat(draft.Values.Lines("variants")));
        draft.Say("termCode", draft.Values.Text("notation"));
        In(draft);
    }

    public static void Term(ThingDraft draft)
    {
        draft.Say("alternateName", draft.Values.Lines("synonyms").Concat(draft.Values.Lines("autonyms")));
        draft.Say("termCode", draft.Values.Text("notation") ?? draft.Values.Text("key"));
        draft.Say("sameAs", draft.Values.Links("exactMatches").Where(match => match.IsElsewhere).Select(match => match.Address));
        In(draft);
    }

    /// <summary>The vocabulary, or the section of words, that it stands in.</summary>
    private static void In(ThingDraft draft)
    {
        var above = draft.Subject.Item.ParentKey;
        while (above is { } key && draft.Reader.Find(key) is { } set)
        {
            if (set.Type is "vocabulary" or "section")
            {
                draft["inDefinedTermSet"] = draft.Named("DefinedTermSet", set);
                return;
            }

            above = set.Item.ParentKey;
        }
    }
}
