using System.Collections.Frozen;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Pages;

/// <summary>Every content type and how its page is made: a new type is a line here, and at first that of a record will do.</summary>
internal static class ItemPages
{
    private static readonly FrozenDictionary<string, IItemPage> All = new IItemPage[]
    {
        new HomePage(),
        new SectionPage(),
        new PracticePage(),
        new RecordPage("replication"),
        new OutreachMaterialPage(),
        new RecordPage("campaign"),
        new SentenceInfographicPage(),
        new ActionPlanPage(),
        new CommitmentPage(),
        new ActivityPage(),
        new RecordPage("stateExercise"),
        new ProgrammePage(),
        new RecordPage("programmeNode"),
        new ActorPage(),
        new MunicipalityPage(),
        new GlossaryTermPage(),
        new RecordPage("call"),
        new RecordPage("recognition"),
        new RecordPage("dataset"),
        new RecordPage("document"),
        new CollectionPage(),
        new WrittenPage("newsItem"),
        new WrittenPage("formPage"),
        new WrittenPage("page"),
        new VocabularyPage(),
        new TermPage(),
    }.ToFrozenDictionary(page => page.ContentType, StringComparer.Ordinal);

    public static bool Know(string contentType) => All.ContainsKey(contentType);

    /// <summary>A type that an installation added by itself is shown as a record: nothing is a dead end.</summary>
    public static SitePage Make(ItemRequest request) =>
        (All.GetValueOrDefault(request.Item.Type) ?? new RecordPage(request.Item.Type)).Make(request);
}
