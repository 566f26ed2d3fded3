using System.Collections.Frozen;
using Repository.Web.Site.Reading;
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
        new ReplicationPage(),
        new OutreachMaterialPage(),
        new CampaignPage(),
        new SentenceInfographicPage(),
        new ActionPlanPage(),
        new CommitmentPage(),
        new ActivityPage(),
        new StateExercisePage(),
        new ProgrammePage(),
        new ProgrammeNodePage(),
        new ActorPage(),
        new MunicipalityPage(),
        new GlossaryTermPage(),
        new CallPage(),
        new RecognitionPage(),
        new DatasetPage(),
        new DocumentPage(),
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
        (All.GetValueOrDefault(request.Item.Type) ?? new RecordPage(request.Item.Type)).Make(request) with { Mentions = Mentions.On(request.Item, request.Reader) };
}
