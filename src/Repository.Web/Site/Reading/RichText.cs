using System.Collections.Immutable;
using System.Text;
using Repository.Core.Editors;
using Repository.Core.Editors.RichText;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Reading;

/// <summary>Rich text as a page shows it: sanitised markup, and between it the blocks that stand in the text.</summary>
internal sealed record RichText(ImmutableArray<RichTextPart> Parts)
{
    public static readonly RichText Empty = new([]);

    public bool IsEmpty => Parts.IsEmpty;

    public static RichText Of(RichTextValue text, Values owner)
    {
        var writing = new Writing(text, owner);
        foreach (var node in text.Nodes) writing.Append(node);
        return new RichText(writing.Finish());
    }

    private sealed class Writing(RichTextValue text, Values owner)
    {
        /// <summary>What stands in these is a link already, is a title, or is meant to stay as it was said or typed.</summary>
        private static readonly HashSet<string> Still = ["a", "abbr", "blockquote", "cite", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "q", "samp", "summary", "var"];

        private readonly ImmutableArray<RichTextPart>.Builder _parts = ImmutableArray.CreateBuilder<RichTextPart>();
        private readonly StringBuilder _markup = new();
        private int _still;

        public ImmutableArray<RichTextPart> Finish()
        {
            Cut();
            return _parts.ToImmutable();
        }

        public void Append(RichTextNode node)
        {
            if (node is RichTextText written) AppendText(written.RawText);
            if (node is not RichTextElement element) return;
            if (element.Tag.StartsWith("umb-rte-block", StringComparison.Ordinal)) AppendBlock(element);
            else AppendElement(element);
        }

        private void AppendText(string raw)
        {
            if (_still > 0 || string.IsNullOrWhiteSpace(raw))
            {
                _markup.Append(raw);
                return;
            }

            Cut();
            _parts.Add(new RichTextPart(new SafeMarkup(raw), null) { IsProse = true });
        }

        private void AppendElement(RichTextElement element)
        {
            var tag = TagOf(element.Tag);
            _markup.Append('<').Append(tag);
            foreach (var (name, value) in element.Attributes)
            {
                // What programs read is of no use on a page.
                if (!name.StartsWith("data-", StringComparison.Ordinal)) RichTextMarkup.AppendAttribute(_markup, name, value);
            }

            if (element.Item is { } item) AppendTarget(element, item);
            if (element.Tag == "img") _markup.Append(" loading=\"lazy\"");
            _markup.Append('>');
            if (RichTextMarkup.IsVoid(tag)) return;
            var still = Still.Contains(tag) || element.Attributes.Any(attribute => attribute.Key == "lang") ? 1 : 0;
            _still += still;
            foreach (var child in element.Children) Append(child);
            _still -= still;
            _markup.Append("</").Append(tag).Append('>');
        }

        private void AppendBlock(RichTextElement element)
        {
            var key = element.Attributes.FirstOrDefault(attribute => attribute.Key == "data-content-id").Value;
            if (!Guid.TryParse(key, out var id) || text.Blocks.FirstOrDefault(block => block.Content.Key == id) is not { } found) return;
            if (owner.BlocksOf([found]) is not [var block]) return;
            Cut();
            _parts.Add(new RichTextPart(default, block));
        }

        /// <summary>A page has one first heading, its title.</summary>
        private static string TagOf(string tag) => tag == "h1" ? "h2" : tag;

        private void AppendTarget(RichTextElement element, ItemReference target)
        {
            var reader = owner.Reader;
            if (element.Tag == "img")
            {
                if (reader.Medium(target.Key) is { } picture) RichTextMarkup.AppendAttribute(_markup, "src", picture.Url + element.Suffix);
                return;
            }

            var address = target.Kind == ReferenceKind.Media ? reader.Medium(target.Key)?.Url : reader.Find(target.Key)?.Path;
            if (address is null) return;
            address += element.Suffix;
            RichTextMarkup.AppendAttribute(_markup, "href", target.Kind == ReferenceKind.Media ? address : reader.Carry(address));
        }

        private void Cut()
        {
            if (_markup.Length == 0) return;
            _parts.Add(new RichTextPart(new SafeMarkup(_markup.ToString()), null));
            _markup.Clear();
        }
    }
}

/// <summary>Either markup or a block.</summary>
internal readonly record struct RichTextPart(SafeMarkup Markup, BlockValues? Block)
{
    /// <summary>Text between two tags, in which words may lead to the glossary.</summary>
    public bool IsProse { get; init; }
}
