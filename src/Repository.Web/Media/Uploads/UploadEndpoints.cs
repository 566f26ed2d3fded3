using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Repository.Core.Workflow;
using Repository.Web.Delivery;
using Repository.Web.Media.Intake;

namespace Repository.Web.Media.Uploads;

/// <summary>
/// <c>/desk/media/uploads</c>: files over the web. Large ones bit by bit, in the protocol of tus 1.0 (POST with the length, PATCH with the offset, HEAD
/// tells it, DELETE gives up); small ones as a form. Whoever the gate does not admit is refused before a byte of the body is read.
/// </summary>
internal sealed class UploadEndpoints(UploadStore uploads, MediaIntake intake, MediaShelf shelf, IUploadGate gate)
{
    public const string Root = "/desk/media/uploads";

    private const string Version = "1.0.0";
    private const string Part = "application/offset+octet-stream";

    public async Task AnswerAsync(HttpContext http)
    {
        var (by, problem) = await gate.AdmitAsync(http);
        if (by is null)
        {
            await RefuseUnreadAsync(http, problem ?? UploadProblem.Closed);
            return;
        }

        http.Response.Headers["Tus-Resumable"] = Version;
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        var id = http.Request.Path.Value![Root.Length..].Trim('/');
        var answered = (http.Request.Method.ToUpperInvariant(), id.Length > 0) switch
        {
            ("OPTIONS", _) => DescribeAsync(http),
            ("POST", false) when http.Request.HasFormContentType => TakeFormAsync(http, by),
            ("POST", false) => CreateAsync(http, by),
            ("HEAD", true) => WithAsync(http, id, by, TellAsync),
            ("PATCH", true) => WithAsync(http, id, by, (patch, upload) => AppendAsync(patch, upload, by)),
            ("DELETE", true) => WithAsync(http, id, by, RemoveAsync),
            _ => RefuseMethodAsync(http),
        };
        await answered;
    }

    /// <summary>The connection is closed: to keep it, the server would have to read the body that it refuses.</summary>
    private static Task RefuseUnreadAsync(HttpContext http, DeliveryProblem problem)
    {
        http.Response.Headers.Connection = "close";
        http.Response.Headers.CacheControl = "no-store";
        return problem.SendAsync(http);
    }

    private Task DescribeAsync(HttpContext http)
    {
        http.Response.Headers["Tus-Version"] = Version;
        http.Response.Headers["Tus-Extension"] = "creation,expiration,termination";
        http.Response.Headers["Tus-Max-Size"] = Text(intake.MaxFileSize);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task TakeFormAsync(HttpContext http, Author by) => await AnswerAsync(http, await UploadedForm.TakeAsync(http, intake, shelf, by));

    private Task CreateAsync(HttpContext http, Author by)
    {
        if (Number(http.Request.Headers["Upload-Length"]) is not { } length || UploadWords.Read(http.Request.Headers["Upload-Metadata"].ToString()) is not { } told) return UploadProblem.BadRequest.SendAsync(http);
        if (length > intake.MaxFileSize) return UploadProblem.TooLarge(intake.MaxFileSize).SendAsync(http);
        var upload = uploads.Create(length, told.GetValueOrDefault(UploadWords.FileName, ""), by.By, told);
        http.Response.Headers.Location = $"{Root}/{upload.Id:n}";
        http.Response.Headers["Upload-Expires"] = uploads.Expires(upload).ToString("R", CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status201Created;
        return Task.CompletedTask;
    }

    private Task WithAsync(HttpContext http, string id, Author by, Func<HttpContext, Upload, Task> answer) =>
        uploads.Find(id, by.By) is { } upload ? answer(http, upload) : UploadProblem.NotFound.SendAsync(http);

    private Task TellAsync(HttpContext http, Upload upload)
    {
        TellOffset(http, upload, uploads.Offset(upload));
        http.Response.Headers["Upload-Length"] = Text(upload.Length);
        return Task.CompletedTask;
    }

    private Task RemoveAsync(HttpContext http, Upload upload)
    {
        using var file = uploads.Open(upload);
        if (file is null) return UploadProblem.Busy.SendAsync(http);
        uploads.Remove(upload);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task AppendAsync(HttpContext http, Upload upload, Author by)
    {
        if (http.Request.ContentType is not null and not Part && http.Request.Headers.ContentRange.Count == 0)
        {
            await UploadProblem.WrongType.SendAsync(http);
            return;
        }

        if (Offset(http.Request) is not { } offset)
        {
            await UploadProblem.BadRequest.SendAsync(http);
            return;
        }

        var file = uploads.Open(upload);
        if (file is null)
        {
            await UploadProblem.Busy.SendAsync(http);
            return;
        }

        if (file.Position != offset)
        {
            TellOffset(http, upload, file.Position);
            await file.DisposeAsync();
            await UploadProblem.WrongOffset.SendAsync(http);
            return;
        }

        if (!await GrowAsync(file, http, upload))
        {
            await file.DisposeAsync();
            await UploadProblem.TooMuch.SendAsync(http);
            return;
        }

        if (file.Length == upload.Length)
        {
            await FinishAsync(http, upload, file, by);
            return;
        }

        TellOffset(http, upload, file.Length);
        await file.DisposeAsync();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>What has come is kept even when the connection breaks: the next request goes on behind it. False when more comes than was announced.</summary>
    private async Task<bool> GrowAsync(FileStream file, HttpContext http, Upload upload)
    {
        var portion = new byte[128 * 1024];
        try
        {
            for (int read; (read = await http.Request.Body.ReadAsync(portion, http.RequestAborted)) > 0;)
            {
                if (file.Position + read > upload.Length) return false;
                await file.WriteAsync(portion.AsMemory(0, read), CancellationToken.None);
            }

            return true;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        finally
        {
            if (file.CanWrite) file.Flush(flushToDisk: true);
            uploads.Touch(upload);
        }
    }

    private async Task FinishAsync(HttpContext http, Upload upload, FileStream file, Author by)
    {
        var taken = await intake.TakeOverAsync(file, upload.FileName, http.RequestAborted);
        var result = await shelf.AddAsync(taken, upload.FileName, UploadWords.Medium(upload.Told, by), http.RequestAborted);
        uploads.Remove(upload);
        http.Response.Headers["Upload-Offset"] = Text(upload.Length);
        await AnswerAsync(http, result, StatusCodes.Status200OK);
    }

    private static async Task AnswerAsync(HttpContext http, ShelvingResult result, int status = StatusCodes.Status201Created)
    {
        if (result is not ShelvingResult.Done done)
        {
            await UploadProblem.Of((ShelvingResult.Refused)result).SendAsync(http);
            return;
        }

        http.Response.StatusCode = status;
        http.Response.Headers.Location = done.Address;
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, new UploadedFile(done.Key, done.Address, [.. done.Same.Select(same => same.Key)]), UploadJson.Default.UploadedFile, http.RequestAborted);
    }

    private static Task RefuseMethodAsync(HttpContext http)
    {
        http.Response.Headers.Allow = "OPTIONS, POST, HEAD, PATCH, DELETE";
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private void TellOffset(HttpContext http, Upload upload, long offset)
    {
        http.Response.Headers["Upload-Offset"] = Text(offset);
        http.Response.Headers["Upload-Expires"] = uploads.Expires(upload).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Where a part goes on, in the words of tus or of HTTP.</summary>
    private static long? Offset(HttpRequest request) =>
        Number(request.Headers["Upload-Offset"])
        ?? (ContentRangeHeaderValue.TryParse(request.Headers.ContentRange.ToString(), out var range) && range.Unit == "bytes" ? range.From : null);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
