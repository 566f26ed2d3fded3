using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Media.Intake;

namespace Repository.Web.Media;

/// <summary>What a media item says of its file: its address, and what was measured of it.</summary>
internal static class MediaItemFile
{
    private const string Cropper = "Umbraco.ImageCropper";

    /// <summary>Empty where there is none.</summary>
    public static string Address(ContentSchema schema, ContentType type, ItemContent content)
    {
        if (content.Value(MediaProperties.File) is not { } stored || type.Property(MediaProperties.File) is not { } property) return "";
        return BuiltInEditors.Registry.Read(stored, property.DataType, new EditorContext(schema, BuiltInEditors.Registry, ItemContent.Invariant)).Delivery switch
        {
            ImageValue image => image.Url,
            TextValue text => text.Text,
            _ => "",
        };
    }

    /// <summary>The content with the address of a new file. Crops and focal point belong to the picture of before.</summary>
    public static ItemContent WithAddress(this ItemContent content, ContentType type, string address) => content.With(
        MediaProperties.File,
        type.Property(MediaProperties.File)?.DataType.EditorAlias == Cropper
            ? new JsonObject { ["src"] = address, ["crops"] = new JsonArray(), ["focalPoint"] = null }.ToJsonString()
            : address);

    /// <summary>The content with what was measured, in the properties its type has.</summary>
    public static ItemContent WithMeasures(this ItemContent content, ContentType type, TakenFile file)
    {
        foreach (var (alias, value) in Measures(file))
        {
            if (type.Property(alias) is not null) content = content.With(alias, value);
        }

        // Where a recording does not tell its length, what someone wrote stands.
        return file.Duration is { } duration && type.Property(MediaProperties.Duration) is not null ? content.With(MediaProperties.Duration, Text(duration)) : content;
    }

    private static IEnumerable<(string Alias, string Value)> Measures(TakenFile file) =>
    [
        (MediaProperties.Hash, file.Hash.Hex),
        (MediaProperties.Bytes, Text(file.Bytes)),
        (MediaProperties.Extension, MediaFileName.Extension(file.Name)),
        (MediaProperties.Width, Text(file.Size?.Width)),
        (MediaProperties.Height, Text(file.Size?.Height)),
    ];

    /// <summary>In whole seconds, as people say it: PT2M30S.</summary>
    private static string Text(TimeSpan duration) => XmlConvert.ToString(TimeSpan.FromSeconds(Math.Max(1, Math.Round(duration.TotalSeconds))));

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
