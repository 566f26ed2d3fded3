using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Machines.Describing;

/// <summary>What each kind of content is in the words of schema.org, and what is said of it.</summary>
internal static class Things
{
    private const string Person = "person";

    private static readonly ThingKind Other = new("CreativeWork");

    private static readonly FrozenDictionary<string, ThingKind> All = new Dictionary<string, ThingKind>(StringComparer.Ordinal)
    {
        ["home"] = new("WebSite"),
        ["section"] = new("CollectionPage"),
        ["page"] = new("WebPage"),
        ["formPage"] = new("WebPage"),
        ["practice"] = new("Article", PracticeThings.Practice),
        ["replication"] = new("Article", PracticeThings.Replication),
        ["outreachMaterial"] = new("CreativeWork", PieceThings.Material),
        ["sentenceInfographic"] = new("CreativeWork", PieceThings.Ruling),
        ["campaign"] = new("CreativeWork", PieceThings.Campaign),
        ["actionPlan"] = new("Collection", PlanThings.Plan),
        ["commitment"] = new("PlanAction", PlanThings.Commitment) { IsWork = false },
        ["activity"] = new("PlanAction", PlanThings.Activity) { IsWork = false },
        ["programme"] = new("Collection", PlanThings.Programme),
        ["programmeNode"] = new("CreativeWork", PlanThings.ProgrammeNode),
        ["actor"] = new("Organization", PlaceThings.Actor) { IsWork = false },
        ["municipality"] = new("AdministrativeArea", PlaceThings.Municipality) { IsWork = false },
        ["glossaryTerm"] = new("DefinedTerm", WordThings.GlossaryTerm) { IsWork = false },
        ["term"] = new("DefinedTerm", WordThings.Term) { IsWork = false },
        ["vocabulary"] = new("DefinedTermSet"),
        ["dataset"] = new("Dataset", KnowledgeThings.Dataset),
        ["document"] = new("DigitalDocument", KnowledgeThings.Document),
        ["collection"] = new("Collection", KnowledgeThings.Collection),
        ["newsItem"] = new("NewsArticle", KnowledgeThings.News),
        ["call"] = new("CreativeWork", CallThings.Call),
        ["recognition"] = new("EducationalOccupationalCredential", CallThings.Recognition),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static JsonObject Of(ItemRequest request, string? description)
    {
        var (reader, item) = (request.Reader, request.Item);
        var kind = All.GetValueOrDefault(item.Type, Other);
        var thing = JsonLd.Thing(kind.Type, item.Name, reader.Origin + new PathString(item.Path).ToUriComponent(), reader.Culture, description);
        var draft = new ThingDraft(thing, request);
        if (LeadPicture.Of(request.Values) is { } image) thing["image"] = reader.Origin + image.Source;
        if (kind.IsWork) thing["dateModified"] = item.Here.UpdatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        else thing.Remove("inLanguage");
        if (kind.IsWork) draft.Rights();
        kind.Describe?.Invoke(draft);
        return thing;
    }

    /// <summary>An authority says which order of government it is of; a person is one.</summary>
    public static string TypeOfActor(Values actor) =>
        actor.Picked("kind") is { } kind && kind.Item.Content.Value("key", "") == Person ? "Person" : actor.Has("governmentOrder") ? "GovernmentOrganization" : "Organization";

    /// <param name="Type">Its type; a description may change it.</param>
    private sealed record ThingKind(string Type, Action<ThingDraft>? Describe = null)
    {
        /// <summary>Is it something written or made, with a language, a licence and a date?</summary>
        public bool IsWork { get; init; } = true;
    }
}
