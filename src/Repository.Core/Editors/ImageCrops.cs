using System.Collections.Immutable;
using System.Text.Json;

namespace Repository.Core.Editors;

/// <summary>Crops and focal points: the members that image croppers and media pickers store alike.</summary>
internal static class ImageCrops
{
    public static ImmutableArray<ImageCrop> Read(JsonElement owner) =>
        [.. owner.Items("crops").Select(ReadCrop).OfType<ImageCrop>().DistinctBy(crop => crop.Alias, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Null where none was set, or where it does not lie within the image.</summary>
    public static FocalPoint? ReadFocalPoint(JsonElement owner) =>
        owner.Member("focalPoint") is { } point && point.Number("left") is >= 0 and <= 1 and { } left && point.Number("top") is >= 0 and <= 1 and { } top
            ? new FocalPoint(left, top)
            : null;

    /// <summary>The crops of the settings, in their order and sizes, where placed with the stored coordinates.</summary>
    public static ImmutableArray<ImageCrop> Configured(JsonElement config, ImmutableArray<ImageCrop> stored) =>
        [.. Read(config).Select(crop => crop with { Coordinates = Find(stored, crop.Alias)?.Coordinates })];

    /// <summary>The stored crops, in the sizes of the settings where those name them, then the configured ones that nobody placed.</summary>
    public static ImmutableArray<ImageCrop> Merged(JsonElement config, ImmutableArray<ImageCrop> stored)
    {
        var configured = Configured(config, stored);
        return [.. stored.Select(crop => Find(configured, crop.Alias) ?? crop), .. configured.Where(crop => Find(stored, crop.Alias) is null)];
    }

    /// <summary>Writes the members <c>crops</c> and <c>focalPoint</c>.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<ImageCrop> crops, FocalPoint? focalPoint)
    {
        json.WriteStartArray("crops"u8);
        foreach (var crop in crops) WriteCrop(json, crop);
        json.WriteEndArray();
        if (focalPoint is null)
        {
            json.WriteNull("focalPoint"u8);
            return;
        }

        json.WriteStartObject("focalPoint"u8);
        json.WriteNumber("left"u8, focalPoint.Left);
        json.WriteNumber("top"u8, focalPoint.Top);
        json.WriteEndObject();
    }

    private static ImageCrop? ReadCrop(JsonElement crop) =>
        crop.Text("alias") is { Length: > 0 } alias ? new ImageCrop(alias, crop.Whole("width", 0), crop.Whole("height", 0), ReadCoordinates(crop)) : null;

    private static CropCoordinates? ReadCoordinates(JsonElement crop) =>
        crop.Member("coordinates") is { } place && place.Number("x1") is { } x1 && place.Number("y1") is { } y1 && place.Number("x2") is { } x2 && place.Number("y2") is { } y2
            ? new CropCoordinates(x1, y1, x2, y2)
            : null;

    private static ImageCrop? Find(ImmutableArray<ImageCrop> crops, string alias) =>
        crops.FirstOrDefault(crop => string.Equals(crop.Alias, alias, StringComparison.OrdinalIgnoreCase));

    private static void WriteCrop(Utf8JsonWriter json, ImageCrop crop)
    {
        json.WriteStartObject();
        json.WriteString("alias"u8, crop.Alias);
        json.WriteNumber("width"u8, crop.Width);
        json.WriteNumber("height"u8, crop.Height);
        if (crop.Coordinates is { } place)
        {
            json.WriteStartObject("coordinates"u8);
            json.WriteNumber("x1"u8, place.X1);
            json.WriteNumber("y1"u8, place.Y1);
            json.WriteNumber("x2"u8, place.X2);
            json.WriteNumber("y2"u8, place.Y2);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("coordinates"u8);
        }

        json.WriteEndObject();
    }
}
