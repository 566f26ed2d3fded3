using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>What the answer says of a media item besides its properties; kept with the item. Umbraco's classes for this shape are not in its core package, so the members are written here, in its order.</summary>
internal sealed class MediaFragment
{
    private MediaFragment(PublishedItem item, PublishedSnapshot snapshot)
    {
        var here = item.Cultures[0];
        var file = Read(item, snapshot, "umbracoFile");
        Url = file switch { ImageValue image => image.Url, TextValue text => text.Text, _ => "" };
        FocalPoint = (file as ImageValue)?.FocalPoint;
        Crops = (file as ImageValue)?.Crops ?? [];
        Place = Json(json =>
        {
            json.WriteString("path"u8, here.Path);
            json.WriteString("createDate"u8, item.CreatedAt.UtcDateTime);
            json.WriteString("updateDate"u8, here.UpdatedAt.UtcDateTime);
        });
        Core = Json(json =>
        {
            json.WriteString("id"u8, item.Key);
            json.WriteString("name"u8, here.Name);
            json.WriteString("mediaType"u8, item.Type.Alias);
            json.WriteString("url"u8, Url);
            WriteTextOrNull(json, "extension", Read(item, snapshot, "umbracoExtension"));
            WriteNumberOrNull(json, "width", Read(item, snapshot, "umbracoWidth"));
            WriteNumberOrNull(json, "height", Read(item, snapshot, "umbracoHeight"));
            WriteNumberOrNull(json, "bytes", Read(item, snapshot, "umbracoBytes"));
            json.WriteStartObject("properties"u8);
            json.WriteEndObject();
        })[..^1];
        Look = LookOf(FocalPoint, Crops);
    }

    public string Url { get; }

    private FocalPoint? FocalPoint { get; }

    private ImmutableArray<ImageCrop> Crops { get; }

    /// <summary><c>path</c> and dates.</summary>
    private ReadOnlyMemory<byte> Place { get; }

    /// <summary>From <c>id</c> up to and with <c>"properties":{</c>.</summary>
    private ReadOnlyMemory<byte> Core { get; }

    /// <summary><c>focalPoint</c> and <c>crops</c>.</summary>
    private ReadOnlyMemory<byte> Look { get; }

    public static MediaFragment Of(PublishedItem item, PublishedSnapshot snapshot) =>
        item.Kept.Get(ItemContent.Invariant, (item, snapshot), static state => new MediaFragment(state.item, state.snapshot));

    public static void WriteResponse(PublishedItem item, RenderingPass rendering, Choice choice)
    {
        var fragment = Of(item, rendering.Snapshot);
        var body = rendering.Body;
        body.Add(JsonText.OpenObject);
        body.Add(fragment.Place);
        body.Add(JsonText.Comma);
        body.Add(fragment.Core);
        RenderedProperties.Of(item, rendering).Write(rendering, choice, item);
        body.Add(JsonText.CloseObject);
        body.Add(JsonText.Comma);
        body.Add(fragment.Look);
        body.Add(JsonText.CloseObject);
    }

    /// <summary>A media item inside a property. Crops and focal point of the picker win over its own; null writes it without either.</summary>
    public static void WritePicked(PublishedItem item, PickedMedia? picked, RenderingPass rendering, bool expanded, Choice choice)
    {
        var fragment = Of(item, rendering.Snapshot);
        var body = rendering.Body;
        body.Add(JsonText.OpenObject);
        if (picked is not null)
        {
            body.Add(fragment.LookAs(picked));
            body.Add(JsonText.Comma);
        }

        body.Add(fragment.Core);
        if (expanded && rendering.MayExpand()) RenderedProperties.Of(item, rendering).Write(rendering, choice, item);
        body.Add(JsonText.CloseProperties);
    }

    /// <summary>A crop that the picker knows but nobody placed there is placed as in the media item, as Umbraco merges them.</summary>
    private ReadOnlyMemory<byte> LookAs(PickedMedia picked)
    {
        if (picked.FocalPoint is null && picked.Crops.IsEmpty) return Look;
        var chosen = picked.Crops.Select(crop => crop.Coordinates is null ? crop with { Coordinates = Own(crop.Alias)?.Coordinates } : crop);
        var others = Crops.Where(own => picked.Crops.All(crop => crop.Alias != own.Alias));
        return LookOf(picked.FocalPoint ?? FocalPoint, [.. chosen, .. others]);
    }

    private ImageCrop? Own(string alias) => Crops.FirstOrDefault(crop => crop.Alias == alias);

    private static ReadOnlyMemory<byte> LookOf(FocalPoint? focalPoint, ImmutableArray<ImageCrop> crops) =>
        Json(json => MediaJson.WriteFocalPointAndCrops(json, focalPoint, crops));

    /// <summary>Members without the braces around them.</summary>
    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, ResponseBody.JsonOptions))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan[1..^1].ToArray();
    }

    private static DeliveryValue Read(PublishedItem item, PublishedSnapshot snapshot, string alias)
    {
        if (item.Type.Property(alias) is not { } property) return DeliveryValue.Null;
        var stored = item.Content.Value(alias, ItemContent.Invariant);
        return snapshot.Editors.Read(stored, property.DataType, new EditorContext(snapshot.Schema, snapshot.Editors, ItemContent.Invariant)).Delivery;
    }

    private static void WriteTextOrNull(Utf8JsonWriter json, string name, DeliveryValue value)
    {
        if (value is TextValue text) json.WriteString(name, text.Text);
        else json.WriteNull(name);
    }

    /// <summary>Sizes are kept by labels of either kind, text or number.</summary>
    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, DeliveryValue value)
    {
        var literal = value switch { NumberValue number => number.Literal, TextValue text => text.Text, _ => "" };
        if (long.TryParse(literal, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0) json.WriteNumber(name, size);
        else json.WriteNull(name);
    }
}
