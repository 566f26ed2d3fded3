namespace Repository.Web.Delivery;

/// <summary>The OpenAPI documents: that of the Delivery API at the addresses Umbraco has used for it, that of the Forms API, and that of our own search.</summary>
internal static class OpenApiDocument
{
    public static void MapOpenApiDocuments(this IEndpointRouteBuilder app)
    {
        var delivery = Read("Delivery");
        app.MapGet("/umbraco/swagger/delivery/swagger.json", () => TypedResults.Bytes(delivery, "application/json; charset=utf-8"));
        app.MapGet("/umbraco/openapi/delivery.json", () => TypedResults.Bytes(delivery, "application/json; charset=utf-8"));
        var forms = Read("Forms");
        app.MapGet("/umbraco/swagger/forms/swagger.json", () => TypedResults.Bytes(forms, "application/json; charset=utf-8"));
        var search = Read("Searching");
        app.MapGet("/umbraco/swagger/repository/swagger.json", () => TypedResults.Bytes(search, "application/json; charset=utf-8"));
    }

    private static byte[] Read(string room)
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream($"Repository.Web.{room}.openapi.json")
            ?? throw new InvalidOperationException($"The OpenAPI document of {room} is missing from the program.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
