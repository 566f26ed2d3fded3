using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Media items, each with the crops and the focal point chosen for this place. Delivered as a list also when single.</summary>
internal sealed class MediaPickerEditor : IPropertyEditor
{
    private sealed record Entry(Guid Key, Guid MediaKey, string MediaTypeAlias, ImmutableArray<ImageCrop> Crops, FocalPoint? FocalPoint);

    public string Alias => "Umbraco.MediaPicker3";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (StoredJson.Parse(stored) is not { ValueKind: JsonValueKind.Array } root) return PropertyReading.Refused(stored, "El texto guardado no es una lista de archivos.");
        var entries = root.EnumerateArray().Select(Parse).ToImmutableArray();
        if (entries.IsEmpty) return PropertyReading.Empty;
        if (entries.Contains(null)) return PropertyReading.Refused(stored, "Una de las elecciones no es un archivo del repositorio.");
        var media = Delivery(entries, dataType.Config);
        return new PropertyReading(StoredJson.Write(context, json => Write(json, entries)), media)
        {
            Picks = Pick.Of(dataType.Config, dataType.Config.Text("startNodeId"), media.References),
            Problems = dataType.Config.Flag("multiple") || entries.Length == 1
                ? CountLimits.OfValidation(dataType.Config).Problems(entries.Length, "archivos")
                : ["Elige un solo archivo."],
        };
    }

    // An entry's own key only tells it from its neighbours; where it is missing the media item's will do.
    private static Entry? Parse(JsonElement json) => json.Key("mediaKey") is { } mediaKey
        ? new Entry(json.Key("key") ?? mediaKey, mediaKey, json.Text("mediaTypeAlias") ?? "", ImageCrops.Read(json), ImageCrops.ReadFocalPoint(json))
        : null;

    // As in Umbraco, only configured crops count, and the focal point of the place only where the settings allow one.
    private static MediaListValue Delivery(ImmutableArray<Entry?> entries, JsonElement config)
    {
        var hasFocalPoint = config.Flag("enableLocalFocalPoint");
        return new MediaListValue([.. entries.OfType<Entry>().Select(entry => new PickedMedia(entry.MediaKey, hasFocalPoint ? entry.FocalPoint : null, ImageCrops.Configured(config, entry.Crops)))]);
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<Entry?> entries)
    {
        json.WriteStartArray();
        foreach (var entry in entries.OfType<Entry>())
        {
            json.WriteStartObject();
            json.WriteString("key"u8, entry.Key);
            json.WriteString("mediaKey"u8, entry.MediaKey);
            json.WriteString("mediaTypeAlias"u8, entry.MediaTypeAlias);
            ImageCrops.Write(json, entry.Crops, entry.FocalPoint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
