namespace Repository.Web.Delivery;

/// <summary>The OpenAPI document of the Delivery API, at the addresses Umbraco has used for it.</summary>
internal static class OpenApiDocument
{
    public static void MapOpenApiDocument(this IEndpointRouteBuilder app)
    {
        var document = Read();
        app.MapGet("/umbraco/swagger/delivery/swagger.json", () => TypedResults.Bytes(document, "application/json; charset=utf-8"));
        app.MapGet("/umbraco/openapi/delivery.json", () => TypedResults.Bytes(document, "application/json; charset=utf-8"));
    }

    private static byte[] Read()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("Repository.Web.Delivery.openapi.json")
            ?? throw new InvalidOperationException("The OpenAPI document is missing from the program.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
