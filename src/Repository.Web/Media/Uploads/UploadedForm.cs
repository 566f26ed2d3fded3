using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Repository.Core.Workflow;
using Repository.Web.Media.Intake;

namespace Repository.Web.Media.Uploads;

/// <summary>A small file and what is said of it, as a browser's form sends them. The file goes straight into the intake; fields may stand before or behind it.</summary>
internal static class UploadedForm
{
    private const int LongestField = 64 * 1024;
    private const int MostFields = 32;
    private const int NoCode = unchecked((int)0x80131620);

    private static readonly ShelvingResult.Refused NoFile = new("badUpload", UploadProblem.BadForm.Detail!);

    public static async Task<ShelvingResult> TakeAsync(HttpContext http, MediaIntake intake, MediaShelf shelf, Author by)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(http.Request.ContentType ?? "").Boundary).Value;
        if (string.IsNullOrEmpty(boundary)) return NoFile;
        var reader = new MultipartReader(boundary, http.Request.Body);
        var told = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (fileName, taken) = ("", (IntakeResult?)null);
        try
        {
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var field)) continue;
                if (field.IsFileDisposition() && taken is null)
                {
                    fileName = HeaderUtilities.RemoveQuotes(field.FileNameStar.HasValue ? field.FileNameStar : field.FileName).Value ?? "";
                    taken = await intake.TakeAsync(section.Body, fileName, http.RequestAborted);
                }
                else if (field.IsFormDisposition() && told.Count < MostFields)
                {
                    told[HeaderUtilities.RemoveQuotes(field.Name).Value ?? ""] = await TextAsync(section.Body, http.RequestAborted);
                }
            }
        }
        catch (Exception broken)
        {
            (taken as IntakeResult.Taken)?.File.Dispose();
            if (IsNoForm(broken)) return NoFile;
            throw;
        }

        return taken is null ? NoFile : await shelf.AddAsync(taken, fileName, UploadWords.Medium(told, by), http.RequestAborted);
    }

    /// <summary>What the reader of forms says of one that is none. A disk that fails has codes of its own.</summary>
    private static bool IsNoForm(Exception broken) => broken is InvalidDataException || (broken.GetType() == typeof(IOException) && broken.HResult == NoCode);

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellation)
    {
        var bytes = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
