using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Web.Media.Previews;

/// <summary>What a preview says: its original's own words and rights. Only where the original has no words for a picture, as a document has not, editors' words for it stay. Pure.</summary>
internal static class PreviewWords
{
    private static readonly string[] Inherited = ["altText", "decorative", "credit", "licence", "language", "createdOn"];

    /// <param name="before">The preview as it stands; null for a new one.</param>
    public static ItemContent Of(ContentType original, ItemContent draft, ItemContent? before)
    {
        var name = draft.Name() ?? "";
        var content = (before ?? ItemContent.Empty.With("altText", $"Primera página de «{name}».")).WithName(SuffixedName.Of(name, " (vista previa)"));
        foreach (var alias in Inherited.Where(alias => original.Property(alias) is not null)) content = content.With(alias, draft.Value(alias) ?? "");
        return content;
    }

    /// <summary>The picture an item names as its preview.</summary>
    public static Guid? Named(ItemContent draft)
    {
        try
        {
            var picked = JsonNode.Parse(draft.Value(MediaProperties.Preview) is { Length: > 0 } stored ? stored : "[]");
            return picked is JsonArray and [JsonObject first, ..] && Guid.TryParse(first["mediaKey"]?.GetValue<string>(), out var key) ? key : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static ItemContent Naming(ItemContent draft, Guid preview) => draft.With(MediaProperties.Preview, new JsonArray(new JsonObject
    {
        ["key"] = preview.ToString(),
        ["mediaKey"] = preview.ToString(),
        ["mediaTypeAlias"] = "Image",
        ["crops"] = new JsonArray(),
        ["focalPoint"] = null,
    }).ToJsonString());
}
