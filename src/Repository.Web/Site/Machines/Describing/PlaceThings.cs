namespace Repository.Web.Site.Machines.Describing;

internal static class PlaceThings
{
    public static void Actor(ThingDraft draft)
    {
        var values = draft.Values;
        var type = Things.TypeOfActor(values);
        draft["@type"] = type;
        draft.Say("alternateName", values.Blocks("names").SelectMany(name => (string?[])[name.Text("displayName"), name.Text("acronym")]).Prepend(values.Text("acronym")).OfType<string>().Where(name => name != draft.Subject.Name));
        draft.Say("sameAs", values.Links("websites").Where(site => site.IsElsewhere).Select(site => site.Address));
        if (type == "Person") return;
        draft.Say("email", values.Text("contactEmail"));
        draft.Places("areaServed");
        draft.Terms("knowsAbout", "themes");
    }

    public static void Municipality(ThingDraft draft)
    {
        draft.Say("identifier", draft.Values.Text("officialKey"));
        if (draft.Values.Text("officialName") is { } official && official != draft.Subject.Name) draft.Say("alternateName", official);
        draft.Geo("location");
        if (draft.Values.Picked("region") is { } region) draft["containedInPlace"] = draft.Named("AdministrativeArea", region);
    }
}
