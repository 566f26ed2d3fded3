using Repository.Web.Delivery.Rendering;
using Repository.Web.Forms;
using Repository.Web.Live;

namespace Repository.Web.Delivery;

/// <summary>What the delivery endpoints need.</summary>
/// <param name="Fingerprint">Changes with the schema and the configuration: answers of another program or setting have other tags.</param>
internal sealed record DeliveryApi(DeliveryOptions Options, LiveContent Live, LiveDrafts Drafts, string Fingerprint)
{
    /// <summary>The forms that pickers point to.</summary>
    public FormBook? Forms { get; init; }

    public AllowedTypes Allowed { get; } = new(Options);

    public KeptRenderings Kept { get; } = new(Options.RenderedMegabytes * 1024L * 1024);
}

/// <summary>Umbraco's Delivery API, version 2: the endpoints of content and media and their OpenAPI document.</summary>
internal static class DeliveryEndpoints
{
    private const string Root = "/umbraco/delivery/api/v2";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDelivery(this IEndpointRouteBuilder app)
    {
        var api = app.ServiceProvider.GetRequiredService<DeliveryApi>();
        var content = new ContentEndpoints(api);
        app.MapMethods($"{Root}/content", Reading, content.ListAsync);
        app.MapMethods($"{Root}/content/item/{{**path}}", Reading, content.ItemAsync);
        app.MapMethods($"{Root}/content/items", Reading, content.ItemsAsync);

        var media = new MediaEndpoints(api);
        app.MapMethods($"{Root}/media", Reading, media.ListAsync);
        app.MapMethods($"{Root}/media/item/{{**path}}", Reading, media.ItemAsync);
        app.MapMethods($"{Root}/media/items", Reading, media.ItemsAsync);

        if (api.Options.OpenApi) app.MapOpenApiDocuments();
    }
}
