using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search.Highlighting;
using Repository.Search.Queries;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>Shows in an item's title and summary, or in one of its files, what was searched. For one answer.</summary>
internal sealed class SearchHighlights(Query query, TreeView view, IFileTexts texts)
{
    /// <summary>A title is shown whole, however long.</summary>
    private const int WholeTitle = 1_000;

    private readonly Highlighter _title = new(ContentIndex.Schema, query, ContentFields.Title, ContentFields.Title + ContentDocument.PlainEnding, ContentFields.Name);
    private readonly Highlighter _summary = new(ContentIndex.Schema, query, ContentFields.Summary, ContentFields.Summary + ContentDocument.PlainEnding);

    private readonly FileHighlights _files = new(query, view, texts);

    /// <summary>Null where nothing was typed, or nobody wants to see it.</summary>
    public static SearchHighlights? Of(SearchRequest request, IFileTexts texts) => request is { Highlight: true, Text: { } text } ? new SearchHighlights(text.Query, request.View, texts) : null;

    /// <summary>Where neither title nor summary has what was searched for, a file may.</summary>
    public IReadOnlyDictionary<string, string> Of(PublishedItem item)
    {
        var title = _title.Highlight(item.In(view.Culture)!.Name, WholeTitle);
        var highlights = new Dictionary<string, string> { ["title"] = title.Html };
        var marks = title.MarkCount;
        if (ItemSummary.Of(item, view.Culture) is { } text)
        {
            var summary = _summary.Highlight(text);
            highlights["summary"] = summary.Html;
            marks += summary.MarkCount;
        }

        if (marks == 0 && _files.Of(item) is { } found) highlights[ContentFields.Files] = found;
        return highlights;
    }
}
