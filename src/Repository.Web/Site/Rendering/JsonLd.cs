using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Repository.Web.Site.Rendering;

/// <summary>What a page says to machines: the thing it is about, and the way to it.</summary>
internal static class JsonLd
{
    /// <summary>Letters stand as themselves; whatever could end the script element is escaped.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static SafeMarkup Write(PageHead head, string origin)
    {
        var graph = new JsonArray();
        if (head.Thing is { } thing) graph.Add(thing.DeepClone());
        if (!head.Crumbs.IsEmpty) graph.Add(Crumbs(head, origin));
        if (graph.Count == 0) return default;
        var document = new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph };
        return new SafeMarkup(document.ToJsonString(Options));
    }

    /// <summary>The beginning of every description: what it is, where it is, what it is called.</summary>
    public static JsonObject Thing(string type, string name, string address, string language, string? description = null)
    {
        var thing = new JsonObject { ["@type"] = type, ["@id"] = address, ["url"] = address, ["name"] = name, ["inLanguage"] = language };
        if (!string.IsNullOrWhiteSpace(description)) thing["description"] = description;
        return thing;
    }

    private static JsonObject Crumbs(PageHead head, string origin)
    {
        var steps = head.Crumbs.Select(crumb => (crumb.Name, crumb.Path)).Append((Name: head.Title, Path: head.Path ?? ""));
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. steps.Select((step, number) => (JsonNode)new JsonObject
            {
                ["@type"] = "ListItem", ["position"] = number + 1, ["name"] = step.Name, ["item"] = origin + step.Path,
            })]),
        };
    }
}
