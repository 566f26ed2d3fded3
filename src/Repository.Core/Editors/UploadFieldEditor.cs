using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>An uploaded file: its path, read from the JSON form of image croppers too.</summary>
internal sealed class UploadFieldEditor : IPropertyEditor
{
    public string Alias => "Umbraco.UploadField";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var path = (stored.AsSpan().TrimStart().StartsWith('{') ? StoredJson.Parse(stored)?.Text("src") ?? "" : stored).Trim();
        if (!WebAddress.IsFile(path)) return PropertyReading.Refused(stored, "La dirección del archivo no es válida.");
        var extensions = dataType.Config.Items("fileExtensions").Select(Extension).ToArray();
        return new PropertyReading(path, new TextValue(path))
        {
            Problems = extensions.Length == 0 || extensions.Any(extension => path.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase))
                ? []
                : [$"El archivo debe ser de uno de estos tipos: {string.Join(", ", extensions)}."],
        };
    }

    private static string Extension(JsonElement item) => (item.ValueKind == JsonValueKind.String ? item.GetString() : item.Text("value"))?.TrimStart('.') ?? "";
}
