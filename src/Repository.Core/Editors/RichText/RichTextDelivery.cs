using System.Collections.Immutable;

namespace Repository.Core.Editors.RichText;

/// <summary>Turns the tree that is stored into the one that is delivered: links and images find their items, blocks their keys.</summary>
internal static class RichTextDelivery
{
    private const string LocalLink = "{localLink:";

    public static ImmutableArray<RichTextNode> From(ImmutableArray<RichTextNode> nodes) => [.. nodes.Select(From)];

    private static RichTextNode From(RichTextNode node)
    {
        if (node is not RichTextElement written) return node;
        var children = From(written.Children);
        var element = Delivered(written);
        return element.Tag switch
        {
            "a" => Link(element) with { Children = children },
            "img" => Image(element),
            _ when AllowedMarkup.IsBlock(element.Tag) => Block(element) with { Children = [] },
            _ => element with { Children = children },
        };
    }

    private static RichTextElement Delivered(RichTextElement written) =>
        written with { Attributes = written.Attributes.RemoveAll(attribute => !AllowedMarkup.IsDelivered(written.Tag, attribute.Key, attribute.Value)) };

    // What was typed behind a local link is its query string or anchor; a link whose key cannot be read loses its address.
    private static RichTextElement Link(RichTextElement link)
    {
        var href = Value(link, "href") ?? "";
        var type = Value(link, "type");
        var safe = Without(link, "type");
        if (Value(link, "target") == "_blank" && Value(link, "rel") is null) safe = With(safe, "rel", "noopener");
        var path = href.StartsWith('/') ? href[1..] : href;
        if (!path.StartsWith(LocalLink, StringComparison.OrdinalIgnoreCase)) return safe;
        var end = path.IndexOf('}', StringComparison.Ordinal);
        var target = end < 0 ? "" : path[LocalLink.Length..end];
        return Without(safe, "href") with { Item = Item(target, type), Suffix = end < 0 ? "" : Suffix(path[(end + 1)..]) };
    }

    private static ItemReference? Item(string target, string? type)
    {
        if (Udi.TryParse(target, out var udi)) return udi.Item;
        return Guid.TryParse(target, out var key) ? new ItemReference(type == "media" ? ReferenceKind.Media : ReferenceKind.Document, key) : null;
    }

    private static RichTextElement Image(RichTextElement image)
    {
        var safe = Without(image, "data-udi");
        if (!Udi.TryParse(Value(image, "data-udi"), Udi.Media, out var udi)) return safe;
        var source = Value(image, "src") ?? "";
        var query = source.IndexOf('?', StringComparison.Ordinal);
        return Without(safe, "src") with { Item = udi.Item, Suffix = query < 0 ? "" : source[query..] };
    }

    private static RichTextElement Block(RichTextElement block)
    {
        var safe = Without(Without(block, "data-content-key"), "data-content-udi");
        if (Guid.TryParse(Value(block, "data-content-key"), out var key)) return With(safe, "data-content-id", key.ToString("D"));
        return Udi.TryParse(Value(block, "data-content-udi"), out var udi) ? With(safe, "data-content-id", udi.Key.ToString("D")) : safe;
    }

    private static string Suffix(string typed) => typed.StartsWith('?') || typed.StartsWith('#') ? typed : "";

    private static string? Value(RichTextElement element, string name) => element.Attributes.FirstOrDefault(attribute => attribute.Key == name).Value;

    private static RichTextElement Without(RichTextElement element, string name) =>
        element with { Attributes = element.Attributes.RemoveAll(attribute => attribute.Key == name) };

    private static RichTextElement With(RichTextElement element, string name, string value) =>
        element with { Attributes = Without(element, name).Attributes.Add(KeyValuePair.Create(name, value)) };
}
