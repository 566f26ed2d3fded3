using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Core.Tests.Indexing;

/// <summary>A small archive with the real editors: practices that vary by language, the vocabularies, municipalities and actors they pick, and files.</summary>
internal static class AnArchive
{
    public const string Spanish = "es-MX";
    public const string English = "en";

    public static readonly Guid Home = Key(1);
    public static readonly Guid Regions = Key(2);
    public static readonly Guid Goals = Key(3);
    public static readonly Guid Targets = Key(4);
    public static readonly Guid Grades = Key(5);
    public static readonly Guid Municipalities = Key(6);

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid TermType = Key(901);
    private static readonly Guid MunicipalityType = Key(902);
    private static readonly Guid NameType = Key(903);
    private static readonly Guid SectionType = Key(904);

    private static readonly DataType Line = Kind("Umbraco.TextBox");
    private static readonly DataType Area = Kind("Umbraco.TextArea");
    private static readonly DataType Any = Kind("Umbraco.MultiNodeTreePicker");
    private static readonly DataType Place = Kind("Umbraco.Plain.Json", "{}", "Repository.Coordinates");

    public static readonly ContentSchema Schema = new(
        [
            Type("home", true),
            Type("vocabulary", false),
            Type("term", false, Property("key", Line), Property("synonyms", Kind("Umbraco.MultipleTextstring"))) with { Key = TermType },
            Type("municipality", false, Property("officialKey", Line), Property("region", From(Regions, TermType)), Property("location", Place)) with { Key = MunicipalityType },
            Type("actor", false, Property("names", Blocks(NameType))),
            Type("namedForm", false, Property("displayName", Line)) with { Key = NameType, Kind = ContentTypeKind.Element },
            Type("textSection", false, Property("heading", Line), Property("actor", Any), Property("body", Kind("Umbraco.RichText"))) with { Key = SectionType, Kind = ContentTypeKind.Element },
            Type(
                "practice",
                true,
                Property("summary", Area) with { VariesByCulture = true },
                Property("narrative", Blocks(SectionType)),
                Property("namedForms", Blocks(NameType)),
                Property("verificationNotes", Area),
                Property("confidence", From(Grades, TermType)),
                Property("region", From(Regions, TermType)),
                Property("municipalities", From(Municipalities, MunicipalityType)),
                Property("sdgGoals", From(Goals, TermType)),
                Property("sdgTargets", From(Targets, TermType)),
                Property("actors", Any),
                Property("related", Any),
                Property("gallery", Kind("Umbraco.MediaPicker3", """{"multiple":true}""")),
                Property("year", Kind("Umbraco.Integer")),
                Property("period", Line),
                Property("location", Place)),
            Type("Image", false, Property("altText", Area)) with { Kind = ContentTypeKind.Media },
            Type("File", false, Property("fileHash", Line), Property("umbracoExtension", Line), Property("subtitlesFile", Kind("Umbraco.MediaPicker3"))) with { Kind = ContentTypeKind.Media },
        ],
        [],
        [new Language(Spanish, "Español", IsDefault: true, IsMandatory: true), new Language(English, "English")],
        [new LanguagePrefix(English, English)],
        []);

    /// <summary>The frame that every archive has: the home page, its vocabularies and the list of municipalities.</summary>
    public static readonly ImmutableArray<ItemRecord> Frame =
    [
        Page(1, "home", null, "Inicio"),
        Invariant(2, "vocabulary", Home, "Regiones"),
        Invariant(3, "vocabulary", Home, "Objetivos"),
        Invariant(4, "vocabulary", Home, "Metas"),
        Invariant(5, "vocabulary", Home, "Grados de confianza"),
        Page(6, "home", Home, "Municipios"),
    ];

    public static Guid Key(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static string Udi(params int[] numbers) => string.Join(',', numbers.Select(number => $"umb://document/{Key(number):n}"));

    public static string Files(params int[] numbers) => $"[{string.Join(',', numbers.Select(number => $$"""{"key":"{{Key(number)}}","mediaKey":"{{Key(number)}}"}"""))}]";

    public static string LocalNames(params string[] names) => Blocks(NameType, [.. names.Select(name => new[] { ("displayName", name) })]);

    public static string Sections(params (string Heading, string Body, int? Actor)[] sections) =>
        Blocks(SectionType, [.. sections.Select(section => new[] { ("heading", section.Heading), ("body", section.Body), ("actor", section.Actor is { } actor ? Udi(actor) : "") })]);

    public static ItemRecord Term(int number, Guid vocabulary, string name, string key) => Invariant(number, "term", vocabulary, name, ("key", key));

    public static ItemRecord Municipality(int number, string name, string key, params (string Alias, string Value)[] values) =>
        Invariant(number, "municipality", Municipalities, name, [("officialKey", key), .. values]);

    public static ItemRecord Practice(int number, string name, params (string Alias, string Value)[] values) => Page(number, "practice", Home, name, values);

    public static ItemRecord Invariant(int number, string type, Guid? parent, string name, params (string Alias, string Value)[] values) => Record(number, type, parent, [("", name)], values);

    public static ItemRecord Page(int number, string type, Guid? parent, string name, params (string Alias, string Value)[] values) => Record(number, type, parent, [(Spanish, name)], values);

    public static ItemRecord Image(int number, string alt)
    {
        var record = Invariant(number, "Image", null, $"imagen {number}", ("altText", alt));
        return record with { Item = record.Item with { Kind = ItemKind.Media } };
    }

    public static ItemRecord File(int number, string hash, string extension, params (string Alias, string Value)[] values)
    {
        var record = Invariant(number, "File", null, $"archivo {number}", [("fileHash", hash), ("umbracoExtension", extension), .. values]);
        return record with { Item = record.Item with { Kind = ItemKind.Media } };
    }

    public static PublishedSnapshot Holding(params ItemRecord[] records) => Next(SnapshotBuilder.Empty(Schema, BuiltInEditors.Registry), [.. Frame, .. records], []);

    public static PublishedSnapshot Next(PublishedSnapshot before, ItemRecord[] changed, Guid[] gone)
    {
        var builder = new SnapshotBuilder(before);
        foreach (var record in changed) builder.Put(record);
        foreach (var key in gone) builder.Remove(key);
        return builder.Build(before.Cursor + 1);
    }

    private static ItemRecord Record(int number, string type, Guid? parent, (string Culture, string Name)[] names, (string Alias, string Value)[] values)
    {
        var varying = names[0].Culture.Length > 0;
        var content = names.Aggregate(ItemContent.Empty, (content, name) => content.WithName(name.Name, name.Culture));
        content = values.Aggregate(content, (content, value) => content.With(value.Alias, value.Value, varying && value.Alias == "summary" ? Spanish : ""));
        var item = new Item { Key = Key(number), Kind = ItemKind.Document, Type = type, ParentKey = parent, SortOrder = number, CreatedAt = Start, CreatedBy = "test" };
        var publications = names.Select(name => new Publication(item.Key, name.Culture, 1, $"n{number}", Start)).ToList();
        return new ItemRecord(item, publications, [new RevisionJson(1, Start, ItemContentJson.Write(content))]);
    }

    private static string Blocks(Guid type, (string Alias, string Value)[][] blocks) => JsonSerializer.Serialize(new
    {
        contentData = blocks.Select((values, place) => new
        {
            contentTypeKey = type,
            key = Key(5000 + place),
            values = values.Where(value => value.Value.Length > 0).Select(value => new { alias = value.Alias, value = value.Value }),
        }),
        settingsData = Array.Empty<string>(),
        expose = blocks.Select((_, place) => new { contentKey = Key(5000 + place) }),
        Layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = blocks.Select((_, place) => new { contentKey = Key(5000 + place) }) },
    });

    private static DataType Blocks(Guid type) => Kind("Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{type}}"}]}""");

    private static DataType From(Guid start, Guid type) => Kind("Umbraco.MultiNodeTreePicker", $$"""{"filter":"{{type}}","startNode":{"id":"{{start}}","type":"content" } }""");

    private static DataType Kind(string editor, string config = "{}", string ui = "") => new(Guid.NewGuid(), editor, editor, ui, JsonDocument.Parse(config).RootElement);

    private static ContentType Type(string alias, bool varies, params PropertyType[] properties) =>
        new() { Key = Guid.NewGuid(), Alias = alias, Name = alias, Kind = ContentTypeKind.Document, VariesByCulture = varies, Properties = [.. properties] };

    private static PropertyType Property(string alias, DataType kind) => new() { Key = Guid.NewGuid(), Alias = alias, Name = alias, DataType = kind };
}
