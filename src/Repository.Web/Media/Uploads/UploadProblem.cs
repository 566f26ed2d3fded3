using Repository.Web.Delivery;

namespace Repository.Web.Media.Uploads;

/// <summary>Why an upload is refused.</summary>
internal static class UploadProblem
{
    public static readonly DeliveryProblem Closed = new(401, "Unauthorized", "Para subir archivos hay que iniciar sesión.", "about:blank") { Code = "signInRequired" };

    public static readonly DeliveryProblem Forbidden = new(403, "Forbidden", "Tu cuenta no puede traer archivos.", "about:blank") { Code = "forbidden" };

    public static readonly DeliveryProblem NoToken = new(400, "Bad Request", "La página es de antes: vuelve a cargarla e inténtalo otra vez.", "about:blank") { Code = "badToken" };

    public static readonly DeliveryProblem NotFound = new(404, "Not Found", "Esta subida no existe, terminó o caducó.", "about:blank") { Code = "uploadNotFound" };

    public static readonly DeliveryProblem Busy = new(423, "Locked", "Otra conexión está escribiendo en esta subida.", "about:blank") { Code = "uploadBusy" };

    public static readonly DeliveryProblem WrongOffset = new(409, "Conflict", "La subida sigue en otro punto: pregunta dónde con HEAD.", "about:blank") { Code = "wrongOffset" };

    public static readonly DeliveryProblem BadRequest = new(
        400, "Bad Request", "Faltan datos de la subida o no se entienden: su longitud (Upload-Length), sus datos (Upload-Metadata) o dónde sigue (Upload-Offset).", "about:blank")
    {
        Code = "badUpload",
    };

    public static readonly DeliveryProblem BadForm = new(400, "Bad Request", "El formulario no trae ningún archivo.", "about:blank") { Code = "badUpload" };

    public static readonly DeliveryProblem WrongType = new(415, "Unsupported Media Type", "Una parte se envía como application/offset+octet-stream.", "about:blank") { Code = "wrongType" };

    public static readonly DeliveryProblem TooMuch = new(413, "Content Too Large", "Llegaron más bytes de los anunciados.", "about:blank") { Code = "tooManyBytes" };

    public static DeliveryProblem TooLarge(long most) => Of(new ShelvingResult.Refused("fileTooLarge", Intake.MediaIntake.TooLarge(most).Reason));

    public static DeliveryProblem Of(ShelvingResult.Refused refused)
    {
        var (status, title) = refused.Code switch
        {
            "fileTooLarge" => (413, "Content Too Large"),
            "unsupportedFile" => (415, "Unsupported Media Type"),
            "forbidden" => (403, "Forbidden"),
            "conflict" => (409, "Conflict"),
            "badUpload" => (400, "Bad Request"),
            _ => (422, "Unprocessable Content"),
        };
        return new DeliveryProblem(status, title, string.Join(' ', refused.Reasons), "about:blank") { Code = refused.Code };
    }
}
