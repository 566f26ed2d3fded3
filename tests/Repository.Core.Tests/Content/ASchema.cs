using System.Globalization;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Tests.Content;

/// <summary>A small schema to write content in: pages that vary by language, notes that do not, and media.</summary>
internal static class ASchema
{
    public const string Spanish = "es-MX";
    public const string English = "en";

    /// <summary>What stands here is what the picker of a note's pages chooses from.</summary>
    public static readonly Guid Shelf = new("0b9b7f0c-2a53-4cde-8a5b-000000000001");

    private static readonly DataType Text = Kind("Texto", "Test.Text");
    private static readonly DataType Number = Kind("Número", "Test.Number");
    private static readonly DataType Picker = Kind("Selector", "Test.Picker");
    private static readonly DataType MediaPicker = Kind("Selector de archivos", "Test.Picker", "{\"media\":true}");
    private static readonly DataType PagePicker = Kind("Selector de páginas", "Test.Picker", $"{{\"filter\":\"{TypeKey("page")}\"}}");

    private static readonly ContentType Quote = Type("quote", ContentTypeKind.Element);
    private static readonly ContentType Note = Type("note") with { AllowedAtRoot = true, Properties = [Property("key", Text), Property("related", Picker), Property("pages", PagePicker), Property("photos", MediaPicker)] };

    private static readonly ContentType Page = Type("page") with
    {
        VariesByCulture = true,
        Properties =
        [
            Property("summary", Text) with { VariesByCulture = true, IsMandatory = true, MandatoryMessage = "Escribe el resumen." },
            Property("year", Number),
            Property("related", Picker),
            Property(UrlSegment.Property, Text) with { VariesByCulture = true },
        ],
    };

    private static readonly ContentType Section = Type("section") with { AllowedAtRoot = true, AllowedChildren = [Page.Key, Note.Key, TypeKey("section")] };

    private static readonly ContentType Image = Type("Image", ContentTypeKind.Media) with
    {
        AllowedAtRoot = true,
        Properties = [Property("umbracoFile", Text) with { IsMandatory = true }, Property("umbracoBytes", Number), Property("fileHash", Text)],
    };

    private static readonly ContentType Folder = Type("Folder", ContentTypeKind.Media) with { AllowedAtRoot = true, AllowedChildren = [Image.Key, TypeKey("Folder")] };

    public static ContentSchema Build(params ContentType[] more) => new(
        [Quote, Note, Page with { AllowedChildren = [Page.Key] }, Section, Image, Folder, .. more],
        [Text, Number, Picker, MediaPicker],
        [new Language(Spanish, "Español (México)", IsDefault: true, IsMandatory: true), new Language(English, "English", Fallback: Spanish)],
        [new LanguagePrefix(English, English)],
        []);

    public static EditorRegistry Editors { get; } = new([new TrimmedText(), new WholeNumber(), new ItemPicker()]);

    public static ContentValidation Validation(params IItemRules[] rules) => new(Build(), Editors, rules);

    public static ContentType Type(string alias, ContentTypeKind kind = ContentTypeKind.Document) => new() { Key = TypeKey(alias), Alias = alias, Name = alias, Kind = kind };

    public static PropertyType Property(string alias, DataType? dataType = null) => new() { Key = TypeKey(alias), Alias = alias, Name = alias, DataType = dataType ?? Text };

    public static string Udi(Guid key) => $"umb://document/{key:n}";

    private static Guid TypeKey(string alias) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(alias)).AsSpan(0, 16));

    private static DataType Kind(string name, string editor, string config = "{}") => new(TypeKey(name), name, editor, "", JsonElement.Parse(config));

    private sealed class TrimmedText : IPropertyEditor
    {
        public string Alias => "Test.Text";

        public PropertyReading Read(string stored, DataType dataType, EditorContext context) => new(stored.Trim(), new TextValue(stored.Trim()));
    }

    private sealed class WholeNumber : IPropertyEditor
    {
        public string Alias => "Test.Number";

        public PropertyReading Read(string stored, DataType dataType, EditorContext context) =>
            int.TryParse(stored, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? new PropertyReading(number.ToString(CultureInfo.InvariantCulture), new NumberValue(stored))
                : PropertyReading.Refused(stored, "Escribe un número entero.");
    }

    private sealed class ItemPicker : IPropertyEditor
    {
        public string Alias => "Test.Picker";

        public PropertyReading Read(string stored, DataType dataType, EditorContext context)
        {
            var items = new ItemListValue([.. stored.Split(',').Select(udi => new ItemReference(dataType.Config.TryGetProperty("media", out _) ? ReferenceKind.Media : ReferenceKind.Document, Guid.ParseExact(udi[^32..], "n")))]);
            return new PropertyReading(stored, items) { Picks = dataType.Config.TryGetProperty("filter", out var type) ? [.. items.Items.Select(item => new Pick(item, [type.GetGuid()], Shelf))] : [] };
        }
    }
}
