using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Repository.Core.Editors.RichText;

/// <summary>What rich text may consist of. Everything that is not named here goes: tags lose their tag and keep their content, attributes vanish.</summary>
internal static partial class AllowedMarkup
{
    private static readonly FrozenSet<string> Void = new[] { "br", "hr", "img", "col", "wbr" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Tags = new[]
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "span", "section", "blockquote", "pre", "figure", "figcaption", "details", "summary",
        "a", "strong", "b", "em", "i", "u", "s", "del", "ins", "sub", "sup", "small", "mark", "abbr", "cite", "q", "dfn", "code", "kbd", "samp", "var", "time", "bdi", "bdo",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td", BlockTag, InlineBlockTag,
        "br", "hr", "img", "col", "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Not only the tag but everything up to its end: code, other documents, and what a browser would show instead of the text.
    private static readonly FrozenSet<string> Dropped = new[]
    {
        "script", "style", "iframe", "object", "embed", "applet", "svg", "math", "template", "noscript", "noembed", "noframes", "xmp", "textarea", "title", "select",
        "audio", "video", "canvas", "map", "frameset",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Classes = new[] { "text-left", "text-center", "text-right", "text-justify" }.ToFrozenSet(StringComparer.Ordinal);

    // What an answer itself says of links and blocks. Whoever reads it trusts these, so nobody may write them.
    private static readonly FrozenSet<string> Spoken = new[]
    {
        "data-start-item-path", "data-start-item-id", "data-destination-id", "data-destination-type", "data-link-type", "data-route", "data-content-id",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What a browser acts on, besides everything that begins with "on".
    private static readonly FrozenSet<string> Active = new[]
    {
        "href", "src", "srcset", "srcdoc", "style", "cite", "action", "formaction", "background", "poster", "data", "ping",
    }.ToFrozenSet(StringComparer.Ordinal);

    public const string BlockTag = "umb-rte-block";
    public const string InlineBlockTag = "umb-rte-block-inline";

    private const string DataPrefix = "data-";

    public static bool IsVoid(string tag) => Void.Contains(tag);

    public static bool IsAllowed(string tag) => Tags.Contains(tag);

    public static bool IsDropped(string tag) => Dropped.Contains(tag);

    public static bool IsBlock(string tag) => tag is BlockTag or InlineBlockTag;

    /// <summary>The value as it may stay, decoded as it comes; null when the attribute has to go.</summary>
    public static string? Attribute(string tag, string name, string value) => name switch
    {
        "id" or "title" or "lang" => value,
        "class" => AllowedClasses(value),
        "dir" => value is "ltr" or "rtl" or "auto" ? value : null,
        _ when name.StartsWith(DataPrefix, StringComparison.Ordinal) => DataNamePattern().IsMatch(name) ? value : null,
        _ => OfTag(tag, name, value),
    };

    /// <summary>May the attribute be delivered? Readers who take <c>data-</c> off its name must not get one that would not have been allowed without it.</summary>
    public static bool IsDelivered(string tag, string name, string value)
    {
        if (!name.StartsWith(DataPrefix, StringComparison.Ordinal)) return true;
        var bare = name[DataPrefix.Length..];
        var isActive = Active.Contains(bare) || bare.StartsWith("on", StringComparison.Ordinal);
        return !Spoken.Contains(name) && (!isActive || OfTag(tag, bare, value) is not null);
    }

    private static string? OfTag(string tag, string name, string value) => (tag, name) switch
    {
        ("a", "href") => WebAddress.IsLink(value) ? value : null,
        ("a", "target") => value is "_blank" or "_self" or "_parent" or "_top" ? value : null,
        ("a", "type") => value is "document" or "media" ? value : null,
        ("a", "rel" or "hreflang") => value,
        ("img", "src") => WebAddress.IsResource(value) ? value : null,
        ("img", "alt") => value,
        ("img", "width" or "height") or ("table" or "col" or "th" or "td", "width") => SizePattern().IsMatch(value) ? value : null,
        ("th" or "td", "colspan" or "rowspan") or ("col" or "colgroup", "span") or ("ol", "start") or ("li", "value") => SizePattern().IsMatch(value) ? value : null,
        ("th", "scope" or "abbr") or ("th" or "td", "headers") => value,
        ("ol", "type") => value is "1" or "a" or "A" or "i" or "I" ? value : null,
        ("ol", "reversed") or ("details", "open") => "",
        ("blockquote" or "q" or "del" or "ins", "cite") => WebAddress.IsLink(value) ? value : null,
        ("time" or "del" or "ins", "datetime") => value,
        _ => null,
    };

    private static string? AllowedClasses(string value)
    {
        var classes = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (classes.All(Classes.Contains)) return classes.Length == 0 ? null : value;
        return classes.Where(Classes.Contains).ToArray() is { Length: > 0 } kept ? string.Join(' ', kept) : null;
    }

    [GeneratedRegex(@"\Adata-[a-z0-9_.\-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DataNamePattern();

    [GeneratedRegex(@"\A-?[0-9]{1,5}%?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern();
}
