using System.Collections.Frozen;
using Repository.Core.Editors;

namespace Repository.Core.Indexing;

/// <summary>The aliases that decide what is searched and how much it weighs. They are data: this is the one place that names them.</summary>
internal static class FieldAliases
{
    public const string Term = "term";
    public const string Vocabulary = "vocabulary";
    public const string Municipality = "municipality";
    public const string Actor = "actor";
    public const string Location = "location";

    /// <summary>Texts whose weight their editor does not know.</summary>
    public static readonly FrozenDictionary<string, SearchTier> Tiers = new Dictionary<string, SearchTier>
    {
        ["summary"] = SearchTier.Summary,
        ["siteDescription"] = SearchTier.Summary,
        ["plainDefinition"] = SearchTier.Summary,
        ["promise"] = SearchTier.Summary,
        ["officialTitle"] = SearchTier.Summary,
        ["howItWorks"] = SearchTier.Body,
        ["replicationNeeds"] = SearchTier.Body,
        ["specificObjectives"] = SearchTier.Body,
        ["process"] = SearchTier.Body,
        ["altText"] = SearchTier.Other,
        ["actorRoles"] = SearchTier.Other,
        ["sources"] = SearchTier.Other,
        ["evidence"] = SearchTier.Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Texts that say in a few sentences what an item is, the best first.</summary>
    public static readonly string[] Summaries = ["summary", "description", "plainDefinition"];

    /// <summary>What people look for most: experiences, then places, then explanations. Everything else weighs 1.</summary>
    public static readonly FrozenDictionary<string, float> Sought = new Dictionary<string, float>
    {
        ["practice"] = 5,
        ["replication"] = 5,
        [Municipality] = 4,
        ["glossaryTerm"] = 3,
        ["outreachMaterial"] = 3,
        [Actor] = 3,
        [Term] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Other names of an item. In a list of blocks each block holds one of them, under <see cref="NamesInBlocks"/>.</summary>
    public static readonly FrozenSet<string> Names =
        FrozenSet.Create(StringComparer.Ordinal, "officialName", "acronym", "acronyms", "variants", "synonyms", "autonyms", "namedForms", "names", "equivalents");

    /// <summary>Of what is counted within the item above it: sources and people call it by its kind and number, "Compromiso 11", whatever its title is.</summary>
    public static readonly FrozenSet<string> Numbers = FrozenSet.Create(StringComparer.Ordinal, "number", "numberInSource");

    /// <summary>Names that are other words for the same.</summary>
    public static readonly FrozenSet<string> Wordings = FrozenSet.Create(StringComparer.Ordinal, "acronyms", "variants", "synonyms");

    public static readonly FrozenSet<string> NamesInBlocks = FrozenSet.Create(StringComparer.Ordinal, "displayName", "acronym");

    /// <summary>
    /// What is written for editors and machines, or says of nearly every item the same: whoever searches for a word of it looks for something else.
    /// </summary>
    public static readonly FrozenSet<string> Unsearched = FrozenSet.Create(
        StringComparer.Ordinal,
        "umbracoUrlName", "seoTitle", "seoDescription", "socialImage", "translationNote", "changeNote", "verificationNotes", "dataQualityFlags", "sourceId",
        "confidence", "validationState", "sheetKind", "licence", "emptyMessage", "privacyReviewedBy", "publicVersionHash");

    /// <summary>Items whose name says something about an item that shows them. Names of other pages would make every page find its neighbours.</summary>
    public static readonly FrozenSet<string> Shown = FrozenSet.Create(StringComparer.Ordinal, Term, Municipality, Actor);

    /// <summary>What a file says in words.</summary>
    public static readonly string[] TextsOfMedia = ["altText", "transcript"];

    /// <summary>Files that belong to a file: what is said in a video stands in its captions.</summary>
    public static readonly string[] FilesOfMedia = ["subtitlesFile"];
}
