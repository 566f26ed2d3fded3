using System.Text.Json;
using System.Text.Json.Serialization;
using Repository.Core.Content;
using Repository.Core.Forms.Mail;
using Repository.Web.Forms.Mail;
using Repository.Web.Live;
using Repository.Web.Media.Previews;
using Repository.Web.Media.Texts;

namespace Repository.Web.Operations;

/// <summary>
/// Is the program alive, and is it serving content? A follower that lags, a database that is away or a tool that is not installed is named and changes no
/// status: readers are still served.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => TypedResults.Json(new LiveReport("live"), HealthJson.Default.LiveReport));
        app.MapGet("/healthz/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(LiveContent live, IContentStore store, PreviewDrawing drawing, PdfToText pdf, IFormMail mail, MailOptions options, CancellationToken cancellation)
    {
        var snapshot = live.Current;
        var head = await HeadAsync(store, cancellation);
        var follower = new FollowerReport("snapshot", snapshot.Cursor, head is null ? null : Math.Max(0, head.Value - snapshot.Cursor));
        return TypedResults.Json(
            new ReadyReport("ready", snapshot.Count, head is null ? "unavailable" : "available", [follower], [.. Missing(drawing, pdf).Distinct()], await OutboxAsync(mail, options, cancellation)),
            HealthJson.Default.ReadyReport);
    }

    private static IEnumerable<string> Missing(PreviewDrawing drawing, PdfToText pdf) => pdf.Path is null ? [.. drawing.MissingTools, "poppler"] : drawing.MissingTools;

    private static async Task<OutboxReport?> OutboxAsync(IFormMail mail, MailOptions options, CancellationToken cancellation)
    {
        try
        {
            var standing = await mail.StandingAsync(cancellation);
            return new OutboxReport(options.IsConfigured, standing.Waiting, standing.GivenUp);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private static async Task<long?> HeadAsync(IContentStore store, CancellationToken cancellation)
    {
        try
        {
            return await store.HeadAsync(cancellation);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}

internal sealed record LiveReport(string Status);

internal sealed record ReadyReport(string Status, int Items, string Database, FollowerReport[] Followers, string[] MissingTools, OutboxReport? Outbox);

internal sealed record OutboxReport(bool Configured, long Waiting, long GivenUp);

internal sealed record FollowerReport(string Name, long Cursor, long? Behind);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LiveReport))]
[JsonSerializable(typeof(ReadyReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
