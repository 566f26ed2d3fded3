using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Editors;

namespace Repository.Web.Delivery.Rendering;

/// <summary>Crops and focal points as Umbraco prints them.</summary>
internal static class MediaJson
{
    public static void WriteImage(Utf8JsonWriter json, ImageValue image)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, image.Url);
        WriteFocalPointAndCrops(json, image.FocalPoint, image.Crops);
        json.WriteEndObject();
    }

    public static void WriteFocalPointAndCrops(Utf8JsonWriter json, FocalPoint? focalPoint, ImmutableArray<ImageCrop> crops)
    {
        json.WritePropertyName("focalPoint"u8);
        if (focalPoint is null) json.WriteNullValue();
        else WriteFocalPoint(json, focalPoint);
        json.WriteStartArray("crops"u8);
        foreach (var crop in crops) WriteCrop(json, crop);
        json.WriteEndArray();
    }

    private static void WriteFocalPoint(Utf8JsonWriter json, FocalPoint focalPoint)
    {
        json.WriteStartObject();
        json.WriteNumber("left"u8, focalPoint.Left);
        json.WriteNumber("top"u8, focalPoint.Top);
        json.WriteEndObject();
    }

    private static void WriteCrop(Utf8JsonWriter json, ImageCrop crop)
    {
        json.WriteStartObject();
        json.WriteString("alias"u8, crop.Alias);
        json.WriteNumber("width"u8, crop.Width);
        json.WriteNumber("height"u8, crop.Height);
        json.WritePropertyName("coordinates"u8);
        if (crop.Coordinates is { } at)
        {
            json.WriteStartObject();
            json.WriteNumber("x1"u8, at.X1);
            json.WriteNumber("y1"u8, at.Y1);
            json.WriteNumber("x2"u8, at.X2);
            json.WriteNumber("y2"u8, at.Y2);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }
}
