using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Repository.Web.Delivery.Rendering;

/// <summary>Umbraco's models as Umbraco's controllers print them: camel case, nulls written, enums as words, letters as themselves.</summary>
internal static class UmbracoJson
{
    private static readonly UmbracoJsonContext Context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, typeof(T), Context);
}

/// <summary>Prepared at build time, so that the first answer does not wait for reflection.</summary>
[JsonSerializable(typeof(ApiContentResponse))]
[JsonSerializable(typeof(IApiContentRoute))]
internal sealed partial class UmbracoJsonContext : JsonSerializerContext;
