using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search.Highlighting;
using Repository.Search.Queries;
using Repository.Web.Live;
using Repository.Web.Media.Texts;

namespace Repository.Web.Searching;

/// <summary>Shows where an item's files have what was searched for. They are read only as far as a quick answer allows. For one answer.</summary>
internal sealed class FileHighlights(Query query, TreeView view, IFileTexts texts)
{
    private readonly Highlighter _highlighter = new(ContentIndex.Schema, query, ContentFields.Files, ContentFields.Files + ContentDocument.PlainEnding);

    /// <summary>A hundred thousand letters take some ten milliseconds.</summary>
    private int _letters = 100_000;

    /// <summary>Null where nothing is to be shown.</summary>
    public string? Of(PublishedItem item)
    {
        if (_letters <= 0) return null;
        foreach (var file in ItemFiles.Of(item, view.Snapshot, view.Culture))
        {
            if (texts.Find(file.Hash, file.Extension) is not { Length: > 0 } words) continue;
            var text = FileWords.InOrder(words);
            var fragment = _highlighter.Highlight(text.Length > _letters ? text[.._letters] : text);
            _letters -= text.Length;
            if (fragment.MarkCount > 0) return fragment.Html;
            if (_letters <= 0) return null;
        }

        return null;
    }
}
