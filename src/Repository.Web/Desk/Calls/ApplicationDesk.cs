using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;
using Repository.Core.Content;
using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;
using Repository.Web.Live;

namespace Repository.Web.Desk.Calls;

/// <summary>What both those who called and those who evaluate read of an application: its answers and its files.</summary>
internal sealed class ApplicationDesk(IEntryStore entries, EntryFiles files, LiveContent live)
{
    private const string TitleAlias = "titulo";
    private const int LongestTitle = 160;

    /// <summary>What the practice is called; the folio where the form does not ask.</summary>
    public static string TitleOf(FormEntry entry) => entry.Answers.Text(TitleAlias) is { Length: > 0 } title ? title.Length > LongestTitle ? $"{title[..LongestTitle]}…" : title : entry.Folio;

    /// <summary>The answers with the questions of the version they were given to.</summary>
    /// <param name="address">What the addresses of its files begin with.</param>
    public async Task<ImmutableArray<ToldPage>> AnswersAsync(FormEntry entry, string address, CancellationToken cancellation)
    {
        var version = (await entries.VersionsAsync(entry.Form, cancellation)).FirstOrDefault(known => known.Number == entry.FormVersion);
        return version is null ? [] : [.. ToldPage.Of(version.Definition, entry, address, PlaceName)];
    }

    /// <summary>Sends a file of an application to be saved: nothing that strangers sent is shown by the desk itself.</summary>
    public async Task<bool> SendFileAsync(HttpContext http, FormEntry entry)
    {
        var asked = Guid.Parse((string)http.Request.RouteValues["file"]!);
        if (entry.Files.FirstOrDefault(file => file.Key == asked) is not { } found || files.Open(found.Key) is not { } stream) return false;
        await using (stream)
        {
            var named = new ContentDispositionHeaderValue("attachment");
            named.SetHttpFileName(found.Name);
            http.Response.ContentType = "application/octet-stream";
            http.Response.ContentLength = stream.Length;
            http.Response.Headers.ContentDisposition = named.ToString();
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
            return true;
        }
    }

    private string? PlaceName(string officialKey)
    {
        var snapshot = live.Current;
        var view = snapshot.View(ItemKind.Document, snapshot.Schema.DefaultLanguage.Tag);
        var places = view.OfType("municipality");
        return places.Page(0, places.Count).Select(ordinal => view[ordinal]).FirstOrDefault(place => place.Content.Value("officialKey", ItemContent.Invariant) == officialKey)?.In(view.Culture)?.Name;
    }
}
