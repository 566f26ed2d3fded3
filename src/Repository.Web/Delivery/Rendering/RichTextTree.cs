using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Web.Delivery.Rendering;

/// <summary>Rich text as a tree of elements. Text that is only white space is left out; <c>data-</c> is taken off attribute names.</summary>
internal sealed class RichTextTree(Utf8JsonWriter json, Action<Slot> leave)
{
    private const string DataPrefix = "data-";
    private static readonly string[] Addresses = ["href", "src", "route"];

    /// <summary>The members of the root up to <c>elements</c>; whoever calls adds the blocks.</summary>
    public void WriteRoot(ImmutableArray<RichTextNode> nodes)
    {
        json.WriteString("tag"u8, "#root");
        json.WriteStartObject("attributes"u8);
        json.WriteEndObject();
        WriteChildren(nodes);
    }

    private void WriteChildren(ImmutableArray<RichTextNode> nodes)
    {
        json.WriteStartArray("elements"u8);
        foreach (var node in nodes) Write(node);
        json.WriteEndArray();
    }

    private void Write(RichTextNode node)
    {
        if (node is RichTextText text)
        {
            WriteText(text);
            return;
        }

        var element = (RichTextElement)node;
        json.WriteStartObject();
        json.WriteString("tag"u8, element.Tag);
        json.WritePropertyName("attributes"u8);
        leave(new AttributesSlot(element with { Children = [] }));
        WriteChildren(element.Children);
        json.WriteEndObject();
    }

    private void WriteText(RichTextText text)
    {
        if (string.IsNullOrWhiteSpace(text.RawText)) return;
        json.WriteStartObject();
        json.WriteString("text"u8, text.RawText);
        json.WriteString("tag"u8, "#text");
        json.WriteEndObject();
    }

    private sealed class AttributesSlot(RichTextElement element) : Slot
    {
        public override int Size => 96 + element.Attributes.Sum(attribute => 80 + (2 * (attribute.Key.Length + attribute.Value.Length)));

        public override void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below) =>
            rendering.Body.Add((element, rendering), static (json, state) => WriteAttributes(json, state.element, state.rendering));

        private static void WriteAttributes(Utf8JsonWriter json, RichTextElement element, RenderingPass rendering)
        {
            json.WriteStartObject();
            if (element.Item is { } target && Picked.Find(rendering, target) is { } item) WriteTarget(json, element, item, rendering);
            var names = element.Attributes.Select(attribute => attribute.Key).ToHashSet();
            // Where an item is pointed to, its address is the only one, even when it cannot be seen.
            if (element.Item is not null) names.UnionWith(Addresses);
            foreach (var (name, value) in element.Attributes)
            {
                var bare = name.StartsWith(DataPrefix, StringComparison.Ordinal) ? name[DataPrefix.Length..] : name;
                if (bare == name || !names.Contains(bare)) json.WriteString(bare, value);
            }

            json.WriteEndObject();
        }

        private static void WriteTarget(Utf8JsonWriter json, RichTextElement element, Repository.Core.Publishing.PublishedItem item, RenderingPass rendering)
        {
            if (item.Kind == ItemKind.Media)
            {
                json.WriteString(element.Tag == "img" ? "src"u8 : "href"u8, MediaFragment.Of(item, rendering.Snapshot).Url + element.Suffix);
                return;
            }

            json.WritePropertyName("route"u8);
            json.WriteRawValue(ContentFragment.Of(item, rendering.Snapshot, rendering.Culture).RouteWith(element.Suffix).Span, skipInputValidation: true);
        }
    }
}
