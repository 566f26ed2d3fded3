using Repository.Core.Publishing;
using Repository.Web.Forms;
using Repository.Web.Forms.Results;

namespace Repository.Web.Site.Pages.Surveys;

/// <summary>What a path below the page of a survey means: its results, or a file of them.</summary>
/// <param name="File">The name of the file; empty for the page.</param>
internal sealed record SurveyPlace(PublishedItem Page, string Culture, SurveyResults Results, string File)
{
    public const string Segment = "resultados/";

    /// <summary>Null for every other path.</summary>
    public static SurveyPlace? At(PublishedSnapshot snapshot, string path, string? hostCulture, ResultBook book)
    {
        // The one slash that a file's name stands behind, and the page may be asked for without.
        var whole = path.EndsWith(Segment.AsSpan(..^1), StringComparison.OrdinalIgnoreCase) ? path + "/" : path;
        var end = whole.LastIndexOf('/') + 1;
        if (!whole.AsSpan(..end).EndsWith("/" + Segment, StringComparison.OrdinalIgnoreCase)) return null;
        var parent = whole[..(end - Segment.Length)];
        if (Routing.Match(snapshot, parent, null, null, hostCulture) is not RouteMatch.Found { Item: { Type.Alias: PublishedForms.PageType } page } found) return null;
        return PublishedForms.FormOf(page) is { } form && book.Find(form) is { } results ? new SurveyPlace(page, found.Culture, results, whole[end..]) : null;
    }
}
