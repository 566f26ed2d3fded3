using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Repository.Core.Forms;
using Repository.Web.Delivery;
using Repository.Web.Delivery.Rendering;

namespace Repository.Web.Forms.Wire;

/// <summary>What a program is answered whose entry is not taken.</summary>
internal static class WireProblems
{
    public static readonly DeliveryProblem NoToken = new(StatusCodes.Status400BadRequest, "Bad Request", "Falta la clave del API o la ficha de una página de este sitio, o ya no vale.") { Code = "badToken" };

    public static readonly DeliveryProblem NotJson = new(StatusCodes.Status400BadRequest, "Bad Request", "El cuerpo no es JSON.") { Code = "notJson" };

    public static readonly DeliveryProblem NotFound = new(StatusCodes.Status404NotFound, "Not Found", "No hay un formulario publicado con esa clave.") { Code = "formNotFound" };

    public static readonly DeliveryProblem Busy = new(StatusCodes.Status503ServiceUnavailable, "Service Unavailable", "Hay demasiados envíos grandes a la vez. Intenta de nuevo en un momento.") { Code = "busy" };

    public static readonly DeliveryProblem TooSlow = new(StatusCodes.Status408RequestTimeout, "Request Timeout", "El envío tardó demasiado en llegar. Intenta con archivos más pequeños.") { Code = "tooSlow" };

    public static DeliveryProblem WrongShape(string where) =>
        new(StatusCodes.Status400BadRequest, "Bad Request", $"El cuerpo no tiene la forma que se pide: revisa «{where}».") { Code = "wrongShape" };

    public static DeliveryProblem TooLarge(long most) =>
        new(StatusCodes.Status413PayloadTooLarge, "Content Too Large", string.Create(CultureInfo.InvariantCulture, $"El envío es demasiado grande: caben {most} bytes.")) { Code = "tooLarge" };

    public static Task SendTooManyAsync(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = RetryAfter.Of(wait);
        return new DeliveryProblem(StatusCodes.Status429TooManyRequests, "Too Many Requests", "Llegaron demasiados envíos desde tu conexión. Espera un poco y vuelve a intentarlo.") { Code = "tooMany" }.SendAsync(http);
    }

    /// <summary>Every error by the alias of its field, in the language that was asked for.</summary>
    public static async Task SendInvalidAsync(HttpContext http, ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> errors, string culture)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, ResponseBody.JsonOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("errors"u8);
            foreach (var (alias, messages) in errors)
            {
                json.WriteStartArray(alias);
                foreach (var message in messages) json.WriteStringValue(message.In(culture));
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteStartObject("extensions"u8);
            json.WriteEndObject();
            json.WriteNumber("status"u8, StatusCodes.Status422UnprocessableEntity);
            json.WriteString("title"u8, "One or more validation errors occurred.");
            json.WriteEndObject();
        }

        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        http.Response.ContentLength = body.WrittenCount;
        await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }
}
