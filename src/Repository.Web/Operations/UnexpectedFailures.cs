using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Repository.Core.Content;
using Repository.Web.Delivery;

namespace Repository.Web.Operations;

/// <summary>The one place that turns a broken promise into an answer: a problem document with a code, or a page for people; never a stack or a statement.</summary>
internal static partial class UnexpectedFailures
{
    public static void UseUnexpectedFailures(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Repository.Web.Operations.UnexpectedFailures");
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The client has gone: there is nobody to answer.
            }
            catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
            {
                await AnswerAsync(http, bad.StatusCode, "badRequest", "La petición no se entiende.");
            }
            catch (StoreUnavailableException unavailable) when (!http.Response.HasStarted)
            {
                LogUnavailable(log, http.Request.Path, unavailable.Message);
                await AnswerAsync(http, StatusCodes.Status503ServiceUnavailable, "storeUnavailable", "El almacén de contenidos no responde. Intenta de nuevo en unos minutos.");
            }
            catch (Exception failure) when (!http.Response.HasStarted)
            {
                LogFailure(log, failure, http.Request.Path);
                await AnswerAsync(http, StatusCodes.Status500InternalServerError, "unexpected", "Algo falló de nuestro lado. El error quedó registrado.");
            }
        });
    }

    private static async Task AnswerAsync(HttpContext http, int status, string code, string detail)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        if (http.Features.Get<FailurePage>() is { } page)
        {
            await page.SendAsync(http);
            return;
        }

        http.Response.ContentType = "application/problem+json; charset=utf-8";
        var document = new ProblemDocument("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, null, Activity.Current?.Id ?? http.TraceIdentifier) { Code = code };
        await JsonSerializer.SerializeAsync(http.Response.Body, document, ProblemJson.Readable.ProblemDocument, http.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed")]
    private static partial void LogFailure(ILogger log, Exception failure, PathString path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} found the store unavailable: {Reason}")]
    private static partial void LogUnavailable(ILogger log, PathString path, string reason);
}
