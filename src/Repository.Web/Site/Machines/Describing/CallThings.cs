namespace Repository.Web.Site.Machines.Describing;

internal static class CallThings
{
    public static void Call(ThingDraft draft)
    {
        draft.Organisations("publisher", "convener");
        draft.Day("expires", draft.Values.Has("closesAt") ? "closesAt" : "closingDate");
        draft.Terms("about", "themes");
        draft.Say("version", draft.Values.Text("edition"));
        draft.Citations();
    }

    public static void Recognition(ThingDraft draft)
    {
        draft.Say("identifier", draft.Values.Text("folio"));
        draft.Day("dateCreated", "startDate");
        draft.Day("expires", "endDate");
        draft.Works("about", draft.Values.Picks("practice"), "Article");
        draft.Works("isPartOf", draft.Values.Picks("call"));
    }
}
