namespace Repository.Web.Site.Machines.Describing;

internal static class KnowledgeThings
{
    public static void Dataset(ThingDraft draft)
    {
        var values = draft.Values;
        draft.Put("distribution", draft.Files.Select(file => draft.File("DataDownload", file)));
        draft.Organisations("creator", "publisher");
        draft["publisher"] = draft.Site;
        draft.Terms("about", "themes");
        draft.Say("keywords", values.Lines("tags"));
        draft.Say("variableMeasured", values.Blocks("columns").Select(column => column.Text("displayName")).OfType<string>());
        draft.Day("temporalCoverage", "temporalCoverage");
        draft.Places("spatialCoverage");
        draft.Say("version", values.Text("version"));
        draft.Citations();
        draft["isAccessibleForFree"] = true;
    }

    public static void Document(ThingDraft draft)
    {
        draft.Organisations("publisher", "publisher");
        draft.Day("datePublished", "issuedOn");
        draft.Say("identifier", draft.Values.Text("notation"));
        draft.Terms("about", "themes");
        draft.Places("spatialCoverage");
        draft.Put("encoding", draft.Files.Select(file => draft.File("MediaObject", file)));
        draft.Say("sameAs", draft.Values.Links("externalLinks").Where(link => link.IsElsewhere).Select(link => link.Address));
    }

    public static void Collection(ThingDraft draft)
    {
        draft.Works("hasPart", draft.Values.Picks("items"));
        draft.Terms("about", "themes");
    }

    public static void News(ThingDraft draft)
    {
        draft.Say("headline", draft.Subject.Name);
        draft.Day("datePublished", "publishedOn");
        draft["author"] = draft.Site;
        draft["publisher"] = draft.Site;
        draft.Terms("about", "themes");
        draft.Places("contentLocation");
    }
}
