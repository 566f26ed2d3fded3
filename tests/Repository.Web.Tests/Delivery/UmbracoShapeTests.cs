using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Web.Delivery.Rendering;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Repository.Web.Tests.Delivery;

/// <summary>What we print beside what Umbraco's own types print.</summary>
public sealed class UmbracoShapeTests
{
    private static readonly JsonSerializerOptions Umbraco = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new AsItself<IApiElement>(), new AsItself<IRichTextElement>() },
    };

    private static readonly Guid Home = new("8d1f0f0e-1d8e-4e0a-9d6a-8f5c3b1f7a10");
    private static readonly Guid Page = new("0b9b7f0c-2a53-4cde-8a5b-0c1d2e3f4a5b");
    private static readonly DateTimeOffset Created = new(2026, 2, 3, 15, 4, 5, TimeSpan.Zero);
    private static readonly DateTimeOffset Published = new DateTimeOffset(2026, 5, 11, 20, 0, 0, TimeSpan.Zero).AddTicks(1234567);
    private static readonly ApiContentRoute Route = new("/tequio/", new ApiContentStartItem(Home, "inicio"));

    [Fact]
    public void an_item_is_printed_as_umbraco_prints_it()
    {
        var expected = new ApiContentResponse(
            Page, "Tequio «del» camino <b>", "page", Created.UtcDateTime, Published.UtcDateTime, Route, new Dictionary<string, object?> { ["value"] = "ñandú & \"eco\"\nfin" }, new Dictionary<string, IApiContentRoute>());

        Assert.Equal(Json(expected), Printed(new TextValue("ñandú & \"eco\"\nfin")));
    }

    [Fact]
    public void links_of_all_three_kinds_are_printed_as_umbraco_prints_them()
    {
        var links = new LinkListValue(
        [
            new Link("Ver", "_blank", new ItemReference(ReferenceKind.Document, Page), null, "?a=b", null),
            new Link("", null, new ItemReference(ReferenceKind.Document, Page), null, null, null),
            new Link("Fuera", null, null, "https://example.org/?a=1&b=2", "#x", null),
            new Link("Roto", null, new ItemReference(ReferenceKind.Document, Guid.NewGuid()), null, null, null),
        ]);

        var expected = new[]
        {
            ApiLink.Content("Ver", "?a=b", "_blank", Page, "page", new ApiContentRoute("/tequio/", new ApiContentStartItem(Home, "inicio")) { QueryString = "?a=b" }, null),
            ApiLink.Content("Tequio «del» camino <b>", null, null, Page, "page", Route, null),
            ApiLink.External("Fuera", "https://example.org/?a=1&b=2", "#x", null),
        };

        Assert.Equal(Members(expected[0]), Members(Value(links)[0]));
        Assert.Equal(Members(expected[2]), Members(Value(links)[2]));
        Assert.Equal(3, Value(links).GetArrayLength());
        Assert.Equal("Tequio «del» camino <b>", Value(links)[1].GetProperty("title").GetString());
    }

    [Fact]
    public void blocks_are_printed_as_umbraco_prints_them()
    {
        var element = new Element(Page, "callout", [new ElementProperty("text", new TextValue("Acuerdos"))]);

        var list = Value(new BlockListValue([new Block(element, null)]));
        var grid = Value(new BlockGridValue(12, [new GridBlock(new Block(element, element), 1, 6, 12, [new GridArea("left", 1, 6, [])])]));

        var umbraco = new ApiElement(Page, "callout", new Dictionary<string, object?> { ["text"] = "Acuerdos" });
        Assert.Equal(Json(new ApiBlockListModel([new ApiBlockItem(umbraco, null)])), list.GetRawText());
        var area = new ApiBlockGridArea("left", 1, 6, []);
        Assert.Equal(Json(new ApiBlockGridModel(12, [new ApiBlockGridItem(umbraco, umbraco, 1, 6, 12, [area])])), grid.GetRawText());
    }

    [Fact]
    public void rich_text_is_printed_as_markup_or_as_umbracos_tree()
    {
        var nodes = ImmutableArray.Create<RichTextNode>(
            new RichTextElement("p", [], [new RichTextText("La "), new RichTextElement("strong", [], [new RichTextText("asamblea &amp; más")]), new RichTextText(" ")]),
            new RichTextText("\n"),
            new RichTextElement("a", [new("title", "Ver")], [new RichTextText("aquí")]) { Item = new ItemReference(ReferenceKind.Document, Page), Suffix = "#ancla" });

        var markup = Value(new RichTextValue(nodes, []));
        var tree = Value(new RichTextValue(nodes, []), asTree: true);

        Assert.Equal(
            $"<p>La <strong>asamblea &amp; más</strong> </p>\n<a title=\"Ver\" href=\"/tequio/#ancla\" data-start-item-path=\"inicio\" data-start-item-id=\"{Home}\" data-destination-id=\"{Page}\" data-destination-type=\"page\" data-link-type=\"Content\">aquí</a>",
            markup.GetProperty("markup").GetString());
        var expected = new RichTextRootElement(
            [],
            [
                new RichTextGenericElement("p", [], [new RichTextTextElement("La "), new RichTextGenericElement("strong", [], [new RichTextTextElement("asamblea &amp; más")])]),
                new RichTextGenericElement("a", new Dictionary<string, object> { ["route"] = new ApiContentRoute("/tequio/", new ApiContentStartItem(Home, "inicio")) { QueryString = "#ancla" }, ["title"] = "Ver" }, [new RichTextTextElement("aquí")]),
            ],
            []);
        Assert.Equal(Json<IRichTextElement>(expected), tree.GetRawText());
    }

    [Fact]
    public void crops_and_focal_points_are_printed_as_umbraco_prints_them()
    {
        var image = Value(new ImageValue("/media/a/b.svg", new FocalPoint(0.5m, 0.33m), [new Repository.Core.Editors.ImageCrop("card", 400, 300, new CropCoordinates(0.1m, 0m, 0.12m, 0.25m)), new Repository.Core.Editors.ImageCrop("wide", 16, 9, null)]));

        var crops = new[]
        {
            new global::Umbraco.Cms.Core.Models.DeliveryApi.ImageCrop("card", 400, 300, new ImageCropCoordinates(0.1m, 0m, 0.12m, 0.25m)),
            new global::Umbraco.Cms.Core.Models.DeliveryApi.ImageCrop("wide", 16, 9, null),
        };
        Assert.Equal(Json(crops), image.GetProperty("crops").GetRawText());
        Assert.Equal(Json(new ImageFocalPoint(0.5m, 0.33m)), image.GetProperty("focalPoint").GetRawText());
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Umbraco);

    private static string Members(ApiLink link) => JsonSerializer.Serialize(link, Umbraco);

    private static string Members(JsonElement link) => link.GetRawText();

    private static JsonElement Value(DeliveryValue value, bool asTree = false) =>
        JsonDocument.Parse(Printed(value, asTree)).RootElement.GetProperty("properties").GetProperty("value");

    private static string Printed(DeliveryValue value, bool asTree = false)
    {
        var snapshot = SnapshotWith(value);
        var rendering = new RenderingPass(snapshot, "es-MX", asTree, new KeptRenderings(1_000_000), new ResponseBody());
        ContentFragment.WriteResponse(snapshot.Find(Page)!, rendering, Choice.Plain);
        var printed = new ArrayBufferWriter<byte>();
        var blocks = new Blocks(printed);
        foreach (var piece in rendering.Body.Pieces) piece.CopyTo(ref blocks);
        blocks.End();
        return Encoding.UTF8.GetString(printed.WrittenSpan);
    }

    private static PublishedSnapshot SnapshotWith(DeliveryValue value)
    {
        var dataType = new DataType(Guid.NewGuid(), "given", "Test.Given", "Test.Given", default);
        var property = new PropertyType { Key = Guid.NewGuid(), Alias = "value", Name = "value", DataType = dataType };
        var home = new ContentType { Key = Guid.NewGuid(), Alias = "home", Name = "home", Kind = ContentTypeKind.Document };
        var page = home with { Key = Guid.NewGuid(), Alias = "page", Properties = [property] };
        var schema = new ContentSchema([home, page], [dataType], [new Language("es-MX", "Spanish", IsDefault: true)], [], []);
        var builder = new SnapshotBuilder(SnapshotBuilder.Empty(schema, new EditorRegistry([new Given(value)])));
        builder.Put(Record(Home, null, "home", "Inicio", "inicio"));
        builder.Put(Record(Page, Home, "page", "Tequio «del» camino <b>", "tequio"));
        return builder.Build(1);
    }

    private static ItemRecord Record(Guid key, Guid? parent, string type, string name, string segment)
    {
        var item = new Item { Key = key, Kind = ItemKind.Document, Type = type, ParentKey = parent, CreatedAt = Created, CreatedBy = "test" };
        var content = ItemContent.Named(name).With("value", "given");
        return new ItemRecord(item, [new Publication(key, "", 1, segment, Published)], [new RevisionJson(1, Published, ItemContentJson.Write(content))]);
    }

    /// <summary>An editor that delivers what the test says.</summary>
    private sealed class Given(DeliveryValue value) : IPropertyEditor
    {
        public string Alias => "Test.Given";

        public PropertyReading Read(string stored, DataType dataType, EditorContext context) => new(stored, value);
    }

    /// <summary>Umbraco serialises an interface as the class behind it.</summary>
    private sealed class AsItself<T> : JsonConverter<T>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(T);

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value!.GetType(), options);
    }
}
