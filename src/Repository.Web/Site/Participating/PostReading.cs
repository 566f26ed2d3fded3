using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Site.Participating;

/// <summary>Reads what a browser sends, in the bounds of the form: texts into memory, files straight to the disk.</summary>
internal sealed class PostReading(UploadTaking uploads)
{
    private const long TextBytes = (FormLimits.Answers * 4) + (512 * 1024);
    private const int MostPairs = 8_000;
    private const int MostFiles = 60;
    private const int LongestBoundary = 100;
    private const long RoomForHeaders = 64 * 1024;

    /// <summary>May there be files in it, beside what is said in words?</summary>
    public static bool IsLarge(HttpRequest request, Form form) => request.ContentLength is null or > TextBytes && form.Fields.Any(bound => bound.Kind == FieldKinds.FileUpload);

    /// <summary>Null for what is longer than the form can be; what was taken of it is gone.</summary>
    /// <param name="takesFiles">Without, files are read over.</param>
    public async Task<PostedForm?> ReadAsync(HttpContext http, Form form, bool takesFiles, CancellationToken cancellation)
    {
        var taken = new List<TakenUpload>();
        try
        {
            var posted = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await MultipartAsync(http, type, form, takesFiles, taken, cancellation)
                : await EncodedAsync(http, cancellation);
            if (posted is null) uploads.Drop(taken.Select(upload => upload.File));
            return posted;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            // Not what a browser sends, or it was interrupted: there is nothing to go on with.
            uploads.Drop(taken.Select(upload => upload.File));
            return unreadable is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? null : PostedForm.Empty;
        }
        catch
        {
            uploads.Drop(taken.Select(upload => upload.File));
            throw;
        }
    }

    private static async Task<PostedForm?> EncodedAsync(HttpContext http, CancellationToken cancellation)
    {
        if (await new BoundedBody(http, TextBytes).Open().ReadAsync(cancellation) is not { } body) return null;
        using var reader = new FormReader(Encoding.UTF8.GetString(body.Span)) { ValueCountLimit = MostPairs, KeyLengthLimit = 2_000, ValueLengthLimit = (int)TextBytes };
        return new PostedForm([.. from pair in reader.ReadForm() from value in pair.Value select KeyValuePair.Create(pair.Key, Lines(value ?? ""))], []);
    }

    private async Task<PostedForm?> MultipartAsync(HttpContext http, MediaTypeHeaderValue type, Form form, bool takesFiles, List<TakenUpload> taken, CancellationToken cancellation)
    {
        var body = new BoundedBody(http, MostOf(form));
        if (http.Request.ContentLength > body.Most)
        {
            await body.Open().DrainAsync(cancellation);
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = body.Most;
        if (HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary) return PostedForm.Empty;
        var reader = new MultipartReader(boundary.Value!, http.Request.Body);
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var letters = 0L;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var said) || HeaderUtilities.RemoveQuotes(said.Name).Value is not { } name) continue;
            if (said.FileName.HasValue || said.FileNameStar.HasValue)
            {
                var file = HeaderUtilities.RemoveQuotes(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).Value ?? "";
                if (file.Length > 0 && takesFiles && taken.Count < MostFiles) taken.Add(await TakeAsync(form, name, file, section.Body, cancellation));
                continue;
            }

            if (pairs.Count == MostPairs || await TextAsync(section.Body, TextBytes - letters, cancellation) is not { } text) return null;
            letters += text.Length;
            pairs.Add(KeyValuePair.Create(name, text));
        }

        return new PostedForm(pairs.ToImmutable(), [.. taken]);
    }

    /// <summary>A file for what takes none is not written: that it was there is enough to refuse it.</summary>
    private async Task<TakenUpload> TakeAsync(Form form, string alias, string name, Stream content, CancellationToken cancellation) =>
        form.Find(alias) is { } bound && bound.Kind == FieldKinds.FileUpload
            ? await uploads.TakeAsync(bound.Field, content, name, cancellation)
            : new TakenUpload(alias, new UploadedFile(Guid.Empty, name, "", 1), "");

    /// <summary>Null when it is longer than what is left.</summary>
    private static async Task<string?> TextAsync(Stream content, long most, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        var portion = new byte[4096];
        for (int read; (read = await content.ReadAsync(portion, cancellation)) > 0;)
        {
            if (text.Length + read > most) return null;
            text.Write(portion, 0, read);
        }

        return Lines(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
    }

    /// <summary>On their way browsers end lines with two signs; shown again they would become more each time.</summary>
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static long MostOf(Form form) => TextBytes + form.Fields.Where(bound => bound.Kind == FieldKinds.FileUpload).Sum(bound => FilesOf(FileUpload.Options(bound.Field)));

    private static long FilesOf(FileUploadOptions options) => (options.AllowMultiple ? options.MaxFiles : 1) * (Math.Min(options.MaxBytes, FormLimits.FileBytes) + RoomForHeaders);
}
