using System.Globalization;

namespace Repository.Web.Site.Machines.Describing;

internal static class PlanThings
{
    public static void Plan(ThingDraft draft)
    {
        draft.Works("mentions", draft.Reader.Seen(draft.Reader.View.Children(draft.Subject.Item.Key)), "PlanAction");
        draft.Organisations("author", "secretariat");
        draft.Terms("about", "themes");
        draft.Citations();
    }

    public static void Commitment(ThingDraft draft)
    {
        draft.Organisations("agent", "leads");
        draft.Organisations("participant", "authorities", "civilSociety");
        draft.Day("startTime", "startDate");
        draft.Day("endTime", "endDate");
    }

    public static void Activity(ThingDraft draft)
    {
        draft.Organisations("agent", "owners");
        if (draft.Values.Due("dueDate") is not { To: { } last } due) return;
        if (due.From is { } first && first != last) draft.Say("startTime", Day(first));
        draft.Say("scheduledTime", Day(last));
    }

    public static void Programme(ThingDraft draft)
    {
        draft.Works("hasPart", draft.Reader.Seen(draft.Reader.View.Children(draft.Subject.Item.Key)));
        draft.Organisations("author", "owner");
        draft.Citations();
    }

    public static void ProgrammeNode(ThingDraft draft)
    {
        if (draft.Subject.Item.ParentKey is { } parent && draft.Reader.Find(parent) is { } above) draft["isPartOf"] = draft.Named("CreativeWork", above);
        draft.Works("hasPart", draft.Reader.Seen(draft.Reader.View.Children(draft.Subject.Item.Key)));
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
