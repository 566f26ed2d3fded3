using System.Text.Json.Nodes;

namespace Repository.Web.Site.Machines.Describing;

internal static class PracticeThings
{
    public static void Practice(ThingDraft draft)
    {
        Told(draft);
        draft.Terms("about", "themes");
        draft.Say("keywords", Names(draft, "principles", "communityForms", "sdgGoals"));
        draft.Say("creativeWorkStatus", draft.Values.Picked("validationState")?.Name);
        draft.Citations();
        Steps(draft);
    }

    public static void Replication(ThingDraft draft)
    {
        Told(draft);
        draft.Citations();
        if (draft.Subject.Item.ParentKey is { } parent && draft.Reader.Find(parent) is { } practice) draft["isBasedOn"] = draft.Named("Article", practice);
    }

    private static void Told(ThingDraft draft)
    {
        draft.Say("headline", draft.Subject.Name);
        draft.Places("spatialCoverage");
        draft.Span("temporalCoverage", "startDate", "endDate");
        draft["isAccessibleForFree"] = true;
        draft["publisher"] = draft.Site;
    }

    /// <summary>A practice that says how it is done is an instruction as well.</summary>
    private static void Steps(ThingDraft draft)
    {
        var blocks = draft.Values.Blocks("buildingBlocks").Select(block => (Name: block.Text("title"), Lines: block.Lines("steps"))).ToList();
        IEnumerable<string> lines = blocks is [var only] ? only.Lines : draft.Values.Lines("howItWorks");
        List<JsonObject> steps = [.. blocks.Count > 1 ? blocks.Select(block => Step(block.Name, string.Join(' ', block.Lines))) : lines.Select(line => Step(null, line))];
        if (steps.Count == 0) return;
        for (var number = 0; number < steps.Count; number++) steps[number]["position"] = number + 1;
        draft["@type"] = new JsonArray("Article", "HowTo");
        draft.Put("step", steps);
    }

    private static JsonObject Step(string? name, string text)
    {
        var step = new JsonObject { ["@type"] = "HowToStep" };
        if (name is not null) step["name"] = name;
        if (text.Length > 0) step["text"] = text;
        return step;
    }

    private static IEnumerable<string> Names(ThingDraft draft, params IEnumerable<string> aliases) => aliases.SelectMany(draft.Values.Picks).Select(item => item.Name);
}
