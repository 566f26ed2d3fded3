using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Web.Site.Assets;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Rendering;

/// <summary>
/// What a Razor file is compiled into. It offers the calls that the Razor compiler writes, and no more: the framework's own base class brings its whole
/// machinery of controllers along (docs/decisions). A view waits for nothing; everything it shows was read before.
/// </summary>
internal abstract class View
{
    private string _attributeName = "";
    private string _attributePrefix = "";
    private string _attributeSuffix = "";
    private int _attributeParts;
    private Attribute _attribute;
    private HtmlOutput? _output;
    private IStringLocalizer? _texts;
    private AssetFolder? _assets;
    private Mentions? _mentions;

    private enum Attribute
    {
        /// <summary>Nothing of it has been written yet, and perhaps nothing will be.</summary>
        Pending,
        Begun,
        Left,
    }

    private HtmlOutput Output => _output ?? throw new InvalidOperationException("A view is written by Render.");

    /// <param name="mentions">The words that texts lead to the glossary by, where they do.</param>
    public void Render(HtmlOutput output, IStringLocalizer texts, AssetFolder assets, Mentions? mentions = null)
    {
        (_output, _texts, _assets, _mentions) = (output, texts, assets, mentions);
        var writing = ExecuteAsync();
        if (!writing.IsCompleted) throw new InvalidOperationException("A view waits for nothing.");
        writing.GetAwaiter().GetResult();
    }

    public abstract Task ExecuteAsync();

    protected IStringLocalizer Texts => _texts!;

    /// <summary>A text of the interface, in the language of the page.</summary>
    protected string T(string key, params object[] arguments) => arguments.Length == 0 ? _texts![key] : _texts![key, arguments];

    /// <summary>A text that tells a number: <c>key.One</c> or <c>key.Many</c>.</summary>
    protected string Counted(string key, int count, params object[] more) => CountedText.Of(_texts!, key, count, more);

    /// <summary>Another view, in its place.</summary>
    protected SafeMarkup Part(View? view)
    {
        view?.Render(Output, _texts!, _assets!, _mentions);
        return default;
    }

    /// <summary>The part of the page in which words of the glossary lead to their meaning.</summary>
    protected SafeMarkup Part(View view, Mentions? mentions)
    {
        view.Render(Output, _texts!, _assets!, mentions);
        return default;
    }

    /// <summary>A text that someone wrote to be read; the first mention of a word of the glossary leads to its meaning.</summary>
    protected SafeMarkup Prose(string? text) => Prose(text, isMarkup: false);

    /// <summary>The same of the text between two tags of markup.</summary>
    protected SafeMarkup Prose(SafeMarkup text) => Prose(text.Html, isMarkup: true);

    /// <summary>The address of the style sheet, the script or a drawing.</summary>
    protected string Asset(string name) => _assets!.Address(name);

    protected void WriteLiteral(string? markup) => Output.Literal(markup);

    /// <summary>Where a view offers this, the compiler keeps its markup in UTF-8.</summary>
    protected void WriteLiteral(ReadOnlySpan<byte> markup) => Output.Literal(markup);

    protected void Write(string? text) => Output.Text(text);

    protected void Write(char letter) => Output.Text([letter]);

    protected void Write(SafeMarkup markup) => Output.Literal(markup.Html);

    protected void Write(int number) => Write(number.ToString("N0", CultureInfo.CurrentCulture));

    protected void Write(int? number) => Write(number?.ToString("N0", CultureInfo.CurrentCulture));

    protected void BeginWriteAttribute(string name, string prefix, int prefixOffset, string suffix, int suffixOffset, int parts)
    {
        (_attributeName, _attributePrefix, _attributeSuffix, _attributeParts, _attribute) = (name, prefix, suffix, parts, Attribute.Pending);
    }

    /// <summary>An attribute whose only value is null or false is left out; one that is true is there without a value of its own.</summary>
    protected void WriteAttributeValue(string prefix, int prefixOffset, object? value, int valueOffset, int valueLength, bool isLiteral)
    {
        if (_attributeParts == 1 && value is null or false)
        {
            _attribute = Attribute.Left;
            return;
        }

        if (value is null or false) return;
        if (_attributeParts == 1 && value is true)
        {
            Output.Literal($" {_attributeName}");
            _attribute = Attribute.Left;
            return;
        }

        if (_attribute == Attribute.Pending)
        {
            Output.Literal(_attributePrefix);
            _attribute = Attribute.Begun;
        }

        Output.Literal(prefix);
        if (isLiteral) Output.Literal((string)value);
        else Output.Text(Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    private SafeMarkup Prose(string? text, bool isMarkup)
    {
        if (string.IsNullOrEmpty(text)) return default;
        var written = 0;
        foreach (var mention in _mentions?.In(text, isMarkup) ?? [])
        {
            Put(text.AsSpan(written..mention.Start));
            Output.Literal("<a class=\"term\" href=\"");
            Output.Text(mention.Value.Path);
            Output.Literal("\">");
            Put(text.AsSpan(mention.Start..mention.End));
            Output.Literal("</a>");
            written = mention.End;
        }

        Put(text.AsSpan(written));
        return default;

        void Put(ReadOnlySpan<char> part)
        {
            if (isMarkup) Output.Literal(part);
            else Output.Text(part);
        }
    }

    protected void EndWriteAttribute()
    {
        if (_attribute == Attribute.Pending) Output.Literal(_attributePrefix);
        if (_attribute != Attribute.Left) Output.Literal(_attributeSuffix);
    }
}

/// <summary>A view that shows one thing.</summary>
internal abstract class View<TModel> : View
{
    public required TModel Model { get; init; }
}
