namespace Repository.Web.Delivery;

/// <summary>Lets browsers of configured origins read the Delivery API.</summary>
internal static class DeliveryOrigins
{
    private static readonly string[] Headers = ["Accept-Language", "Accept-Segment", "Api-Key", "Preview", "Start-Item", "Content-Type", "If-None-Match"];

    public static void UseDeliveryOrigins(this WebApplication app, DeliveryOptions options)
    {
        var origins = options.AllowedOrigins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        app.UseCors(policy =>
        {
            if (origins.Contains("*")) policy.AllowAnyOrigin();
            else policy.WithOrigins(origins);
            policy.WithMethods("GET", "HEAD").WithHeaders(Headers).WithExposedHeaders("ETag", "Location", "Location-Start-Item-Path", "Location-Start-Item-Id");
        });
    }
}
