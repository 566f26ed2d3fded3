using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Web.Calls;

/// <summary>The published recognitions by their folio, for whoever was shown one and wants to know whether it is there. Made once for each state of the content.</summary>
internal sealed class RecognitionFolios
{
    private readonly ILookup<string, PublishedItem> _byFolio;

    private RecognitionFolios(TreeView view)
    {
        var recognitions = view.OfType(Recognition.ContentType);
        _byFolio = recognitions.Page(0, recognitions.Count).Select(ordinal => view[ordinal]).ToLookup(item => Plain(item.Content.Value("folio", ItemContent.Invariant) ?? ""), StringComparer.Ordinal);
    }

    public static RecognitionFolios Of(TreeView view) => view.Kept.Get("", view, static view => new RecognitionFolios(view));

    /// <summary>Those that have exactly this folio, without regard to letter case and blanks; two where an editor gave it twice.</summary>
    public IEnumerable<PublishedItem> Find(string folio) => Plain(folio) is { Length: > 0 } plain ? _byFolio[plain] : [];

    private static string Plain(string folio) => string.Concat(folio.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}
