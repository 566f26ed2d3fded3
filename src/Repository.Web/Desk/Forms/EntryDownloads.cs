using Microsoft.Net.Http.Headers;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Storage.Forms;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Forms;

/// <summary>Hands a file that somebody sent to whoever may read the entry.</summary>
internal sealed class EntryDownloads(EntryPages pages, EntryTrail trail, EntryFiles files, DeskServing serving)
{
    /// <summary>A file of a stranger: no browser shows it here, runs anything of it or takes it for something else.</summary>
    private const string FilePolicy = "default-src 'none'; sandbox";

    public async Task SendAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, Act.ReadEntries) is not var (form, entry)) return;
        var key = Guid.Parse((string)http.Request.RouteValues["file"]!);
        if (entry.State == EntryState.Draft || entry.Files.FirstOrDefault(file => file.Key == key) is not { } file || files.Open(key) is not { } bytes)
        {
            await serving.LoseAsync(http);
            return;
        }

        await using (bytes)
        {
            await trail.TellAsync(http, AccessAct.OpenedFile, form.Key, entry.Key, $"{entry.Folio} · {file.Alias}");
            var headers = http.Response.Headers;
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            headers.ContentDisposition = disposition.ToString();
            headers.ContentSecurityPolicy = FilePolicy;
            http.Response.ContentType = "application/octet-stream";
            http.Response.ContentLength = bytes.Length;
            await bytes.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
