using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A place on the map and how exactly it may be told. Hidden coordinates are kept and never leave the repository.</summary>
internal sealed class CoordinatesEditor : IPropertyEditor
{
    private const string Hidden = "hidden";

    private static readonly string[] Precisions = ["locality", "municipality", Hidden];

    public string Alias => "Umbraco.Plain.Json";

    public string UiAlias => "Repository.Coordinates";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (StoredJson.Parse(stored) is not { } root) return PropertyReading.Refused(stored, "El texto guardado no es una ubicación.");
        if (root.Number("lat") is not (>= -90 and <= 90 and { } latitude)) return PropertyReading.Refused(stored, "La latitud debe ser un número entre -90 y 90.");
        if (root.Number("lon") is not (>= -180 and <= 180 and { } longitude)) return PropertyReading.Refused(stored, "La longitud debe ser un número entre -180 y 180.");
        if (Precisions.FirstOrDefault(known => known == root.Text("precision")) is not { } precision)
        {
            return PropertyReading.Refused(stored, "La precisión debe ser localidad (locality), municipio (municipality) u oculta (hidden).");
        }

        var members = Members(latitude, longitude, precision);
        return new PropertyReading(
            StoredJson.Write(context, members),
            precision == Hidden ? DeliveryValue.Null : new JsonValue(StoredJson.WriteCompact(members)));
    }

    private static Action<Utf8JsonWriter> Members(decimal latitude, decimal longitude, string precision) => json =>
    {
        json.WriteStartObject();
        json.WriteNumber("lat"u8, latitude);
        json.WriteNumber("lon"u8, longitude);
        json.WriteString("precision"u8, precision);
        json.WriteEndObject();
    };
}
