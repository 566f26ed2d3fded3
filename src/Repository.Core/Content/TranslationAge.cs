namespace Repository.Core.Content;

/// <summary>Tells of a language of an item whether the original went on since it was last written. Pure.</summary>
public static class TranslationAge
{
    /// <param name="revisions">Newest first, as the store gives them.</param>
    public static bool IsOutdated(IReadOnlyList<Revision> revisions, string original, string culture)
    {
        if (revisions.Count == 0 || revisions[0].Content.Name(culture) is null) return false;
        var written = LastChange(revisions, culture);
        return LastChange(revisions, original) > written;
    }

    /// <summary>The number of the revision that last changed what stands in a language.</summary>
    private static int LastChange(IReadOnlyList<Revision> revisions, string culture)
    {
        for (var at = 0; at < revisions.Count - 1; at++)
        {
            if (DraftSteps.ChangedCultures(revisions[at + 1].Content, revisions[at].Content).Contains(culture)) return revisions[at].Number;
        }

        return revisions[^1].Number;
    }
}
