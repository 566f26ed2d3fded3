using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>An image file with its crops: the JSON form, or the bare path, which stays one.</summary>
internal sealed class ImageCropperEditor : IPropertyEditor
{
    public string Alias => "Umbraco.ImageCropper";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (!stored.AsSpan().TrimStart().StartsWith('{')) return Bare(stored, dataType.Config);
        if (StoredJson.Parse(stored) is not { } root) return PropertyReading.Refused(stored, "El texto guardado no es una imagen.");
        if (root.Text("src") is not { Length: > 0 } url) return PropertyReading.Empty;
        if (!WebAddress.IsFile(url)) return PropertyReading.Refused(stored, "La dirección de la imagen no es válida.");
        var (crops, focalPoint) = (ImageCrops.Read(root), ImageCrops.ReadFocalPoint(root));
        var text = StoredJson.Write(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("src"u8, url);
            ImageCrops.Write(json, crops, focalPoint);
            json.WriteEndObject();
        });
        return new PropertyReading(text, new ImageValue(url, focalPoint, ImageCrops.Merged(dataType.Config, crops)));
    }

    private static PropertyReading Bare(string stored, JsonElement config)
    {
        var url = stored.Trim();
        return WebAddress.IsFile(url)
            ? new PropertyReading(url, new ImageValue(url, null, ImageCrops.Configured(config, [])))
            : PropertyReading.Refused(stored, "La dirección de la imagen no es válida.");
    }
}
