using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search.Highlighting;
using Repository.Search.Queries;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>Shows in an item's title and summary what was searched. For one answer.</summary>
internal sealed class SearchHighlights(Query query, TreeView view)
{
    /// <summary>A title is shown whole, however long.</summary>
    private const int WholeTitle = 1_000;

    private readonly Highlighter _title = new(ContentIndex.Schema, query, ContentFields.Title, ContentFields.Title + ContentDocument.PlainEnding, ContentFields.Name);
    private readonly Highlighter _summary = new(ContentIndex.Schema, query, ContentFields.Summary, ContentFields.Summary + ContentDocument.PlainEnding);

    public IReadOnlyDictionary<string, string> Of(PublishedItem item)
    {
        var highlights = new Dictionary<string, string> { ["title"] = _title.Highlight(item.In(view.Culture)!.Name, WholeTitle).Html };
        if (ItemSummary.Of(item, view.Culture) is { } summary) highlights["summary"] = _summary.Highlight(summary).Html;
        return highlights;
    }
}
