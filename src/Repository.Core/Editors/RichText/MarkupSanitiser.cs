using System.Collections.Immutable;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Repository.Core.Editors.RichText;

/// <summary>
/// Turns markup into a tree of nothing but allowed tags and attributes. It reads tokens, as browsers cut them, and builds the tree itself:
/// the tree construction of HTML repeats open formatting in every paragraph, which lets a small text grow without measure. Whatever a
/// browser makes of the result, every tag and attribute in it is one we wrote.
/// </summary>
internal static class MarkupSanitiser
{
    public static ImmutableArray<RichTextNode> Clean(string markup)
    {
        using var source = new TextSource(markup);
        // Character references stay as they are typed: readers get the raw text, and a file its own spelling back.
        var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { IsNotConsumingCharacterReferences = true };
        var tree = new MarkupTree();
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } start && AllowedMarkup.IsDropped(start.Name)) Skip(tokens, start);
            else Take(token, tree);
        }

        return tree.Finish();
    }

    private static void Take(HtmlToken token, MarkupTree tree)
    {
        switch (token)
        {
            case HtmlTagToken tag when !AllowedMarkup.IsAllowed(tag.Name):
                break;
            case HtmlTagToken { Type: HtmlTokenType.StartTag } tag:
                tree.Start(tag.Name, Attributes(tag));
                break;
            case HtmlTagToken tag:
                tree.End(tag.Name);
                break;
            case { Type: HtmlTokenType.Character }:
                tree.Text(RichTextMarkup.EscapeText(token.Data));
                break;
        }
    }

    private static void Skip(HtmlTokenizer tokens, HtmlTagToken start)
    {
        var tag = start.Name;
        // Only in drawings and formulas does a slash close the element.
        if (tag == "embed" || (start.IsSelfClosing && tag is "svg" or "math")) return;
        if (ModeOf(tag) is { } mode) tokens.State = mode;
        var depth = 1;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token is not HtmlTagToken inner || inner.Name != tag) continue;
            depth += inner.Type == HtmlTokenType.StartTag ? 1 : -1;
            if (depth == 0) return;
        }
    }

    // Inside these a browser sees text, not tags.
    private static HtmlParseMode? ModeOf(string tag) => tag switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        _ => null,
    };

    private static ImmutableArray<KeyValuePair<string, string>> Attributes(HtmlTagToken tag)
    {
        var kept = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var attribute in tag.Attributes)
        {
            var value = StoredText.Clean(CharacterReferences.Resolve(attribute.Value ?? ""));
            if (AllowedMarkup.Attribute(tag.Name, attribute.Name, value) is { } allowed) kept.Add(KeyValuePair.Create(attribute.Name, allowed));
        }

        return kept.ToImmutable();
    }
}
