using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Links, each to an item or to an address. Stored as an array also when only one is allowed.</summary>
internal sealed class MultiUrlPickerEditor : IPropertyEditor
{
    private static readonly string[] Targets = ["_blank", "_self", "_parent", "_top"];

    public string Alias => "Umbraco.MultiUrlPicker";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (StoredJson.Parse(stored) is not { ValueKind: JsonValueKind.Array } root) return PropertyReading.Refused(stored, "El texto guardado no es una lista de enlaces.");
        var links = root.EnumerateArray().Select(Parse).ToImmutableArray();
        if (links.IsEmpty) return PropertyReading.Empty;
        if (links.Any(link => link is null)) return PropertyReading.Refused(stored, "Cada enlace necesita una página, un archivo o una dirección que empiece con http, https, mailto o tel.");
        return new PropertyReading(StoredJson.Write(context, json => Write(json, links)), new LinkListValue(links!))
        {
            Problems = CountLimits.Of(dataType.Config).Problems(links.Length, "enlaces"),
            SearchTexts = TextLists.SearchTexts([.. links.Select(link => link!.Title).OfType<string>()]),
        };
    }

    private static Link? Parse(JsonElement json)
    {
        var item = Udi.TryParse(json.Text("udi"), out var udi) ? udi.Item : null;
        var url = json.Text("url")?.Trim();
        if (json.Text("udi") is { Length: > 0 } && item is null) return null;
        if (item is null && (string.IsNullOrEmpty(url) || !WebAddress.IsLink(url))) return null;
        return new Link(
            Filled(json.Text("name")),
            Targets.FirstOrDefault(target => target == json.Text("target")),
            item,
            item is null ? url : null,
            Filled(json.Text("queryString")),
            Filled(json.Text("culture")));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void Write(Utf8JsonWriter json, ImmutableArray<Link?> links)
    {
        json.WriteStartArray();
        foreach (var link in links.OfType<Link>())
        {
            json.WriteStartObject();
            json.WriteString("name"u8, link.Title);
            json.WriteString("target"u8, link.Target);
            json.WriteString("udi"u8, link.Item is { } item ? Udi.Of(item).ToString() : null);
            json.WriteString("url"u8, link.Url);
            json.WriteString("queryString"u8, link.QueryString);
            if (link.Culture is { } culture) json.WriteString("culture"u8, culture);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
