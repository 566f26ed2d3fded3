using Repository.Web.Delivery;

namespace Repository.Web.Searching;

/// <summary>Why a question to the search is refused, in Spanish for the person behind the program.</summary>
internal static class SearchProblem
{
    public static DeliveryProblem Parameter(string name, string detail) => new(400, "Bad Request", detail, "about:blank")
    {
        Code = "badParameter",
        Errors = new Dictionary<string, string[]> { [name] = [detail] },
    };

    public static DeliveryProblem TooLong => Parameter("q", $"La búsqueda es demasiado larga: caben {SearchText.MostBytes} bytes y {SearchText.MostClauses} palabras o partes.");

    public static DeliveryProblem Unknown(string name) => Parameter(name, $"No existe el parámetro \"{name}\".");

    public static DeliveryProblem NotAmong(string name, IEnumerable<string> values) => Parameter(name, $"El parámetro \"{name}\" admite: {string.Join(", ", values)}.");

    public static DeliveryProblem Range(string name) => Parameter(
        name, $"El parámetro \"{name}\" no admite ese intervalo: se escribe como 2015..2019, ..2019 o 2015.., y solo donde los valores tienen un orden.");

    public static DeliveryProblem Number(string name, int least, int most) => Parameter(name, $"El parámetro \"{name}\" es un número entero de {least} a {most}.");
}
