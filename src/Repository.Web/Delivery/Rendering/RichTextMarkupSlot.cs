using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>Rich text as one JSON string of markup. What a link or an image points to is looked up when the answer is written.</summary>
internal sealed class RichTextMarkupSlot : Slot
{
    private static readonly HashSet<string> Void = ["area", "br", "col", "hr", "img", "wbr"];
    private readonly List<object> _parts = [];
    private readonly StringBuilder _text = new();

    public static RichTextMarkupSlot Of(ImmutableArray<RichTextNode> nodes)
    {
        var markup = new RichTextMarkupSlot();
        foreach (var node in nodes) markup.Append(node);
        markup.Cut();
        return markup;
    }

    public override int Size => _parts.Sum(part => part is byte[] text ? 32 + text.Length : 256);

    public override void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below)
    {
        rendering.Body.Add(JsonText.Quote);
        foreach (var part in _parts)
        {
            if (part is RichTextElement element) rendering.Body.Add(Encode(TargetAttributes(element, rendering)));
            else rendering.Body.Add((byte[])part);
        }

        rendering.Body.Add(JsonText.Quote);
    }

    private void Append(RichTextNode node)
    {
        if (node is RichTextText text)
        {
            _text.Append(text.RawText);
            return;
        }

        var element = (RichTextElement)node;
        _text.Append('<').Append(element.Tag);
        foreach (var (name, value) in element.Attributes) AppendAttribute(_text, name, value);
        if (element.Item is not null)
        {
            Cut();
            _parts.Add(element with { Children = [] });
        }

        _text.Append('>');
        if (Void.Contains(element.Tag)) return;
        foreach (var child in element.Children) Append(child);
        _text.Append("</").Append(element.Tag).Append('>');
    }

    private void Cut()
    {
        if (_text.Length == 0) return;
        _parts.Add(Encode(_text.ToString()));
        _text.Clear();
    }

    private static string TargetAttributes(RichTextElement element, RenderingPass rendering)
    {
        var attributes = new StringBuilder();
        if (Picked.Find(rendering, element.Item!.Value) is not { } item) return "";
        if (element.Tag == "img") AppendAttribute(attributes, "src", MediaFragment.Of(item, rendering.Snapshot).Url + element.Suffix);
        else if (item.Kind == ItemKind.Media) AppendMediaLink(attributes, item, element.Suffix, rendering);
        else AppendContentLink(attributes, item, element.Suffix, rendering);
        return attributes.ToString();
    }

    private static void AppendContentLink(StringBuilder attributes, PublishedItem item, string suffix, RenderingPass rendering)
    {
        var fragment = ContentFragment.Of(item, rendering.Snapshot, rendering.Culture);
        AppendAttribute(attributes, "href", fragment.Path + suffix);
        AppendAttribute(attributes, "data-start-item-path", fragment.StartItemPath);
        AppendAttribute(attributes, "data-start-item-id", item.RootKey.ToString());
        AppendDestination(attributes, item, "Content");
    }

    private static void AppendMediaLink(StringBuilder attributes, PublishedItem item, string suffix, RenderingPass rendering)
    {
        AppendAttribute(attributes, "href", MediaFragment.Of(item, rendering.Snapshot).Url + suffix);
        AppendDestination(attributes, item, "Media");
    }

    private static void AppendDestination(StringBuilder attributes, PublishedItem item, string linkType)
    {
        AppendAttribute(attributes, "data-destination-id", item.Key.ToString());
        AppendAttribute(attributes, "data-destination-type", item.Type.Alias);
        AppendAttribute(attributes, "data-link-type", linkType);
    }

    private static void AppendAttribute(StringBuilder markup, string name, string value) =>
        markup.Append(' ').Append(name).Append("=\"")
            .Append(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal))
            .Append('"');

    private static byte[] Encode(string text) => JsonEncodedText.Encode(text, ResponseBody.JsonOptions.Encoder).EncodedUtf8Bytes.ToArray();
}
