using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Repository.Web.Media.Texts;

/// <summary>The words of office documents, Office Open XML and OpenDocument. Deleted text and comments are for those who write, and are left out.</summary>
internal sealed partial class OfficeText : ITextReader
{
    private static readonly TextMarkup Word = new()
    {
        Texts = Names("t"),
        Lines = Names("p", "br", "cr", "tr"),
        Blanks = Names("tab", "tc", "noBreakHyphen"),
        LeftOut = Names("del", "moveFrom", "Fallback", "comment"),
    };

    private static readonly TextMarkup Sheet = new() { Texts = Names("t"), Lines = Names("si", "row"), Blanks = Names("is", "c"), LeftOut = Names("rPh") };

    private static readonly TextMarkup OpenDocument = new()
    {
        Lines = Names("p", "h", "line-break", "table-row"),
        Blanks = Names("s", "tab", "table-cell"),
        LeftOut = Names("annotation", "tracked-changes", "binary-data", "scripts", "font-face-decls", "automatic-styles"),
    };

    public bool CanRead => true;

    public Task ReadAsync(string path, GatheredText text, CancellationToken cancellation) => Task.Run(
        () =>
        {
            using var document = PackedDocument.Open(path);
            foreach (var (part, markup) in Parts([.. document.Parts]))
            {
                using var reader = document.Read(part);
                if (reader is not null) markup.Read(reader, text, cancellation);
                text.NewLine();
            }
        },
        cancellation);

    /// <summary>A sheet's words stand in one part that all its tables share; only where there is none do they stand in the tables.</summary>
    private static IEnumerable<(string Part, TextMarkup Markup)> Parts(string[] all)
    {
        if (all.Contains("word/document.xml")) return [("word/document.xml", Word), ("word/footnotes.xml", Word), ("word/endnotes.xml", Word)];
        if (all.Contains("xl/sharedStrings.xml")) return [("xl/sharedStrings.xml", Sheet)];
        if (all.Contains("xl/workbook.xml")) return all.Where(part => Table().IsMatch(part)).Select(part => (part, Sheet));
        return [("content.xml", OpenDocument)];
    }

    private static FrozenSet<string> Names(params ReadOnlySpan<string> names) => FrozenSet.Create(StringComparer.Ordinal, names);

    [GeneratedRegex(@"\Axl/worksheets/[^/]+\.xml\z", RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}
