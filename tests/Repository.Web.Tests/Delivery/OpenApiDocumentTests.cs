using System.Reflection;
using System.Text.Json;

namespace Repository.Web.Tests.Delivery;

/// <summary>Clients are generated from this document: its names are part of the wire.</summary>
public sealed class OpenApiDocumentTests
{
    private const string Path = "/umbraco/delivery/api/v2";

    private static readonly string[] ContentHeaders = ["Accept-Language", "Accept-Segment", "Api-Key", "Preview", "Start-Item"];

    private static readonly JsonElement Document = Read();

    public static TheoryData<string, string, string> Operations => new()
    {
        { "/content", "GetContent2.0", "PagedIApiContentResponseModel" },
        { "/content/item/{path}", "GetContentItemByPath2.0", "IApiContentResponseModel" },
        { "/content/item/{id}", "GetContentItemById2.0", "IApiContentResponseModel" },
        { "/content/items", "GetContentItems2.0", "IApiContentResponseModel[]" },
        { "/media", "GetMedia2.0", "PagedIApiMediaWithCropsResponseModel" },
        { "/media/item/{path}", "GetMediaItemByPath2.0", "IApiMediaWithCropsResponseModel" },
        { "/media/item/{id}", "GetMediaItemById2.0", "IApiMediaWithCropsResponseModel" },
        { "/media/items", "GetMediaItems2.0", "IApiMediaWithCropsResponseModel[]" },
    };

    public static TheoryData<string> Routes => [.. Operations.Select(row => row.Data.Item1)];

    [Fact]
    public void it_is_an_openapi_3_0_document_with_umbracos_title()
    {
        var version = Text(Document, "openapi");
        var title = Text(Document.GetProperty("info"), "title");

        Assert.StartsWith("3.0.", version, StringComparison.Ordinal);
        Assert.Equal("Umbraco Delivery API", title);
    }

    [Fact]
    public void it_lists_the_eight_routes_and_no_other()
    {
        var paths = Document.GetProperty("paths").EnumerateObject().Select(path => path.Name);

        Assert.Equal(Operations.Select(row => Path + row.Data.Item1), paths);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void a_route_can_be_read_and_nothing_else_and_answers_with_its_model(string route, string operationId, string model)
    {
        var methods = Document.GetProperty("paths").GetProperty(Path + route);

        var operation = Assert.Single(methods.EnumerateObject());

        Assert.Equal("get", operation.Name);
        Assert.Equal(operationId, Text(operation.Value, "operationId"));
        Assert.Equal(model, ModelOf(operation.Value.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public void content_takes_five_headers_and_media_the_key_alone(string route)
    {
        var operation = Operation(route);

        var headers = Parameters(operation, "header").Select(parameter => Text(parameter, "name"));

        Assert.Equal(route.StartsWith("/content", StringComparison.Ordinal) ? ContentHeaders : ["Api-Key"], headers.Order());
    }

    [Theory]
    [InlineData("/content", "expand,fetch,fields,filter,skip,sort,take")]
    [InlineData("/content/item/{path}", "expand,fields")]
    [InlineData("/content/item/{id}", "expand,fields")]
    [InlineData("/content/items", "expand,fields,id")]
    [InlineData("/media", "expand,fetch,fields,filter,skip,sort,take")]
    [InlineData("/media/item/{path}", "expand,fields")]
    [InlineData("/media/item/{id}", "expand,fields")]
    [InlineData("/media/items", "expand,fields,id")]
    public void a_route_takes_the_query_parameters_of_the_contract(string route, string expected)
    {
        var names = Parameters(Operation(route), "query").Select(parameter => Text(parameter, "name"));

        Assert.Equal(expected.Split(','), names.Order());
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public void every_parameter_is_described_and_every_segment_in_braces_is_mandatory(string route)
    {
        var parameters = Operation(route).GetProperty("parameters").EnumerateArray().ToList();

        var inPath = parameters.Where(parameter => Text(parameter, "in") == "path").ToList();

        Assert.All(parameters, parameter => Assert.NotEmpty(Text(parameter, "description")));
        Assert.All(inPath, parameter => Assert.True(parameter.GetProperty("required").GetBoolean()));
        Assert.Equal(route.Count(letter => letter == '{'), inPath.Count);
    }

    [Theory]
    [InlineData("PagedIApiContentResponseModel")]
    [InlineData("IApiContentResponseModel")]
    [InlineData("IApiContentModel")]
    [InlineData("IApiElementModel")]
    [InlineData("IApiMediaWithCropsModel")]
    [InlineData("IApiMediaWithCropsResponseModel")]
    [InlineData("PagedIApiMediaWithCropsResponseModel")]
    [InlineData("ApiContentRouteModel")]
    [InlineData("ApiContentStartItemModel")]
    [InlineData("ApiLinkModel")]
    [InlineData("LinkTypeModel")]
    [InlineData("ApiBlockListModel")]
    [InlineData("ApiBlockItemModel")]
    [InlineData("RichTextModel")]
    [InlineData("ImageCropModel")]
    [InlineData("ImageCropCoordinatesModel")]
    [InlineData("ImageFocalPointModel")]
    [InlineData("ProblemDetails")]
    [InlineData("HttpValidationProblemDetails")]
    public void it_has_the_model(string name)
    {
        var schemas = Document.GetProperty("components").GetProperty("schemas");

        Assert.True(schemas.TryGetProperty(name, out _));
    }

    [Fact]
    public void every_other_model_carries_the_suffix()
    {
        var names = Document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name);

        var without = names.Where(name => !name.EndsWith("Model", StringComparison.Ordinal));

        Assert.Equal(["HttpValidationProblemDetails", "ProblemDetails"], without.Order());
    }

    [Theory]
    [InlineData("PagedIApiContentResponseModel", "total", "int64")]
    [InlineData("PagedIApiMediaWithCropsResponseModel", "total", "int64")]
    [InlineData("IApiMediaWithCropsModel", "width", "int32")]
    [InlineData("IApiMediaWithCropsModel", "height", "int32")]
    [InlineData("IApiMediaWithCropsModel", "bytes", "int32")]
    [InlineData("ImageCropModel", "width", "int32")]
    [InlineData("ImageCropModel", "height", "int32")]
    [InlineData("IApiElementModel", "id", "uuid")]
    [InlineData("IApiContentModel", "createDate", "date-time")]
    public void a_value_has_the_format(string model, string property, string format)
    {
        var schema = Property(model, property);

        Assert.Equal(format, Text(schema, "format"));
    }

    [Theory]
    [InlineData("/content")]
    [InlineData("/media")]
    public void skip_and_take_are_32_bit_numbers_with_umbracos_defaults(string route)
    {
        var paging = Parameters(Operation(route), "query").ToDictionary(parameter => Text(parameter, "name"), parameter => parameter.GetProperty("schema"));

        Assert.Equal("int32", Text(paging["skip"], "format"));
        Assert.Equal("int32", Text(paging["take"], "format"));
        Assert.Equal(0, paging["skip"].GetProperty("default").GetInt32());
        Assert.Equal(10, paging["take"].GetProperty("default").GetInt32());
    }

    [Theory]
    [InlineData("IApiContentModel", "name")]
    [InlineData("ApiContentRouteModel", "queryString")]
    [InlineData("IApiMediaWithCropsModel", "focalPoint")]
    [InlineData("IApiMediaWithCropsModel", "width")]
    [InlineData("IApiMediaWithCropsModel", "extension")]
    [InlineData("ImageCropModel", "coordinates")]
    [InlineData("ApiBlockItemModel", "settings")]
    public void a_value_that_is_always_printed_may_be_null(string model, string property)
    {
        var schema = Schema(model);

        Assert.True(Property(model, property).GetProperty("nullable").GetBoolean());
        Assert.Contains(property, Own(schema).GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData("IApiContentModel", "IApiElementModel")]
    [InlineData("IApiContentResponseModel", "IApiContentModel")]
    [InlineData("IApiMediaWithCropsResponseModel", "IApiMediaWithCropsModel")]
    [InlineData("HttpValidationProblemDetails", "ProblemDetails")]
    public void a_model_extends_another(string model, string parent)
    {
        var first = Schema(model).GetProperty("allOf")[0];

        Assert.Equal(parent, Name(first));
    }

    [Fact]
    public void cultures_belong_to_the_answer_and_not_to_a_picked_item()
    {
        Assert.Equal(JsonValueKind.Object, Property("IApiContentResponseModel", "cultures").ValueKind);
        Assert.False(Own(Schema("IApiContentModel")).GetProperty("properties").TryGetProperty("cultures", out _));
    }

    [Fact]
    public void every_reference_leads_to_a_model()
    {
        var schemas = Document.GetProperty("components").GetProperty("schemas");

        Assert.All(References(Document), name => Assert.True(schemas.TryGetProperty(name, out _), name));
    }

    private static JsonElement Operation(string route) => Document.GetProperty("paths").GetProperty(Path + route).GetProperty("get");

    private static IEnumerable<JsonElement> Parameters(JsonElement operation, string place) =>
        operation.GetProperty("parameters").EnumerateArray().Where(parameter => Text(parameter, "in") == place);

    private static JsonElement Schema(string model) => Document.GetProperty("components").GetProperty("schemas").GetProperty(model);

    /// <summary>What a model adds to the one it extends.</summary>
    private static JsonElement Own(JsonElement schema) => schema.TryGetProperty("allOf", out var parts) ? parts[1] : schema;

    private static JsonElement Property(string model, string name) => Own(Schema(model)).GetProperty("properties").GetProperty(name);

    private static string ModelOf(JsonElement content)
    {
        var schema = content.GetProperty("schema");
        return schema.TryGetProperty("items", out var items) ? Name(items) + "[]" : Name(schema);
    }

    private static string Name(JsonElement reference) => Text(reference, "$ref")["#/components/schemas/".Length..];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("$ref", out _) => [Name(element)],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static JsonElement Read()
    {
        using var stream = Assembly.Load("Repository.Web").GetManifestResourceStream("Repository.Web.Delivery.openapi.json");
        using var document = JsonDocument.Parse(stream!);
        return document.RootElement.Clone();
    }
}
