using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>Links of a URL picker. One to an item that is not published is left out; an empty title falls back to the target's name.</summary>
internal sealed class LinkListSlot(ImmutableArray<Link> links) : Slot
{
    public override void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below) =>
        rendering.Body.Add((links, rendering), static (json, state) =>
        {
            json.WriteStartArray();
            foreach (var link in state.links) WriteLink(json, link, state.rendering);
            json.WriteEndArray();
        });

    private static void WriteLink(Utf8JsonWriter json, Link link, RenderingPass rendering)
    {
        if (link.Item is not { } target)
        {
            WriteMembers(json, link, link.Url, link.Title, null, null, "External");
            return;
        }

        if (Picked.Find(rendering, target) is not { } item) return;
        var title = string.IsNullOrEmpty(link.Title) ? item.In(rendering.Culture)!.Name : link.Title;
        if (item.Kind == ItemKind.Media) WriteMembers(json, link, MediaFragment.Of(item, rendering.Snapshot).Url, title, item, null, "Media");
        else WriteMembers(json, link, null, title, item, ContentFragment.Of(item, rendering.Snapshot, rendering.Culture).RouteWith(link.QueryString ?? ""), "Content");
    }

    private static void WriteMembers(Utf8JsonWriter json, Link link, string? url, string? title, PublishedItem? destination, ReadOnlyMemory<byte>? route, string linkType)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, url);
        json.WriteString("queryString"u8, link.QueryString);
        json.WriteString("title"u8, title);
        json.WriteString("target"u8, link.Target);
        if (destination is null) json.WriteNull("destinationId"u8);
        else json.WriteString("destinationId"u8, destination.Key);
        json.WriteString("destinationType"u8, destination?.Type.Alias);
        json.WritePropertyName("route"u8);
        if (route is { } prepared) json.WriteRawValue(prepared.Span, skipInputValidation: true);
        else json.WriteNullValue();
        json.WriteString("linkType"u8, linkType);
        json.WriteString("culture"u8, link.Culture);
        json.WriteEndObject();
    }
}
