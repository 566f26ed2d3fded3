using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repository.Web.Delivery;

/// <summary>A refusal as a value: what a handler answers instead of content.</summary>
internal sealed record DeliveryProblem(int Status, string Title, string? Detail = null, string? Type = null)
{
    /// <summary>Text instead of a problem document, where Umbraco answers so.</summary>
    public string? PlainText { get; init; }

    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What went wrong, in one English word; Umbraco's own problems have none.</summary>
    public string? Code { get; init; }

    public static readonly DeliveryProblem Unauthorized = new(401, "Unauthorized", Type: "https://tools.ietf.org/html/rfc9110#section-15.5.2");

    public static readonly DeliveryProblem NotFound = new(404, "Not Found", Type: "https://tools.ietf.org/html/rfc9110#section-15.5.5");

    public static readonly DeliveryProblem StartItemNotFound = new(404, "Not Found") { PlainText = "The Start-Item could not be found" };

    public static readonly DeliveryProblem Selector = Query("Selector option not found", "The attempted 'fetch' option does not exist");

    public static readonly DeliveryProblem Filter = Query("Filter option not found", "One of the attempted 'filter' options does not exist");

    public static readonly DeliveryProblem Sort = Query("Sort option not found", "One of the attempted 'sort' options does not exist");

    public static readonly DeliveryProblem Expand = Query("Invalid expand option", "The 'expand' text is not a well-formed list of properties");

    public static readonly DeliveryProblem ExpandTooLong = Expand with { Detail = "So many items below items make too long an answer: ask for fewer of them or for fewer levels" };

    public static readonly DeliveryProblem Fields = Query("Invalid fields option", "The 'fields' text is not a well-formed list of properties");

    public static DeliveryProblem Validation(string parameter, string value) =>
        new(400, "One or more validation errors occurred.", Type: "https://tools.ietf.org/html/rfc9110#section-15.5.1")
        {
            Errors = new Dictionary<string, string[]> { [parameter] = [$"The value '{value}' is not valid."] },
        };

    public async Task SendAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (PlainText is not null)
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(PlainText, http.RequestAborted);
            return;
        }

        var document = new ProblemDocument(Type ?? "Error", Title, Status, Detail, Errors, Type is null ? null : Activity.Current?.Id ?? http.TraceIdentifier) { Code = Code };
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, document, ProblemJson.Readable.ProblemDocument, http.RequestAborted);
    }

    private static DeliveryProblem Query(string title, string detail) => new(400, title, detail);
}

internal sealed record ProblemDocument(string Type, string Title, int Status, string? Detail, IReadOnlyDictionary<string, string[]>? Errors, string? TraceId)
{
    /// <summary>What went wrong, in one English word that never changes; Umbraco's own problems have none.</summary>
    public string? Code { get; init; }
}

[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>Letters and quotation marks stand as themselves.</summary>
    public static readonly ProblemJson Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
