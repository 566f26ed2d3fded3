using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Core.Tests.Content;

namespace Repository.Core.Tests.Editors;

/// <summary>What an editor accepts, stores and delivers.</summary>
public sealed class EditorTests
{
    private static readonly EditorContext Context = new(ASchema.Build(), BuiltInEditors.Registry, "es-MX");

    /// <summary>The editors of the contracts, each with the user interface that tells it from its neighbours.</summary>
    public static TheoryData<string, string> Contracted => new()
    {
        { "Umbraco.TextBox", "" }, { "Umbraco.TextArea", "" }, { "Umbraco.Integer", "" }, { "Umbraco.Decimal", "" }, { "Umbraco.TrueFalse", "" }, { "Umbraco.DateTime", "" }, { "Umbraco.DateOnly", "" },
        { "Umbraco.TimeOnly", "" }, { "Umbraco.DateTimeWithTimeZone", "" }, { "Umbraco.Tags", "" }, { "Umbraco.DropDown.Flexible", "" }, { "Umbraco.CheckBoxList", "" }, { "Umbraco.MultipleTextstring", "" },
        { "Umbraco.RadioButtonList", "" }, { "Umbraco.EmailAddress", "" }, { "Umbraco.Slider", "" }, { "Umbraco.Label", "" }, { "Umbraco.ColorPicker", "" }, { "Umbraco.MultiUrlPicker", "" },
        { "Umbraco.ContentPicker", "" }, { "Umbraco.MultiNodeTreePicker", "" }, { "Umbraco.MediaPicker3", "" }, { "Umbraco.ImageCropper", "" }, { "Umbraco.UploadField", "" }, { "Umbraco.BlockList", "" },
        { "Umbraco.BlockGrid", "" }, { "Umbraco.RichText", "" }, { "Umbraco.MemberPicker", "" }, { "UmbracoForms.FormPicker", "" }, { "Umbraco.Plain.String", "Repository.EdtfDate" },
        { "Umbraco.Plain.Json", "Repository.Coordinates" }, { "Umbraco.Plain.String", "Repository.Duration" }, { "Umbraco.Plain.Json", "Repository.DueDate" },
    };

    [Theory]
    [MemberData(nameof(Contracted))]
    public void every_editor_of_the_contracts_is_there(string alias, string ui) => Assert.NotNull(BuiltInEditors.Registry.Find(Kind(alias, ui)));

    [Fact]
    public void there_are_no_others() => Assert.Equal(Contracted.Count, BuiltInEditors.All.Length);

    [Theory]
    [InlineData("Umbraco.Integer", "", "{}", "64", "64")]
    [InlineData("Umbraco.Decimal", "", "{}", "1.50", "1.50")]
    [InlineData("Umbraco.TrueFalse", "", "{}", "True", "1")]
    [InlineData("Umbraco.DateTime", "", "{}", "2026-05-11T00:00:00", "2026-05-11T00:00:00")]
    [InlineData("Umbraco.Tags", "", "{}", "a,b", "[\n  \"a\",\n  \"b\"\n]")]
    [InlineData("Umbraco.DropDown.Flexible", "", "{\"items\":[\"a\"]}", "a", "[\n  \"a\"\n]")]
    [InlineData("Umbraco.ContentPicker", "", "{}", "umb://document/5f2c1b7e6d0a4b0e9f512b7f6f3f9f00", "umb://document/5f2c1b7e6d0a4b0e9f512b7f6f3f9f00")]
    [InlineData("Umbraco.Plain.String", "Repository.EdtfDate", "{}", "1990~", "1990~")]
    [InlineData("Umbraco.Plain.String", "Repository.EdtfDate", "{}", "198X", "198X")]
    [InlineData("Umbraco.Plain.String", "Repository.EdtfDate", "{}", "2018-07/2019", "2018-07/2019")]
    [InlineData("Umbraco.Plain.String", "Repository.EdtfDate", "{}", "../2004", "../2004")]
    [InlineData("Umbraco.Plain.String", "Repository.Duration", "{}", "P6M", "P6M")]
    [InlineData("Umbraco.MultipleTextstring", "", "{}", "uno\r\ndos", "uno\ndos")]
    public void a_value_is_stored_in_one_form(string alias, string ui, string config, string given, string stored)
    {
        var reading = Read(alias, ui, config, given);

        Assert.Empty(reading.Problems);
        Assert.Equal(stored, reading.Stored);
    }

    [Theory]
    [InlineData("Umbraco.Integer", "", "{}", "sesenta")]
    [InlineData("Umbraco.Integer", "", "{\"max\":10}", "11")]
    [InlineData("Umbraco.Decimal", "", "{\"min\":0}", "-1")]
    [InlineData("Umbraco.TextBox", "", "{\"maxChars\":3}", "cuatro")]
    [InlineData("Umbraco.DateTime", "", "{}", "mayo")]
    [InlineData("Umbraco.EmailAddress", "", "{}", "sin arroba")]
    [InlineData("Umbraco.RadioButtonList", "", "{\"items\":[\"Sí\",\"No\"]}", "Tal vez")]
    [InlineData("Umbraco.CheckBoxList", "", "{\"items\":[\"a\"]}", "[\"b\"]")]
    [InlineData("Umbraco.MultiUrlPicker", "", "{}", "[{\"url\":\"javascript:alert(1)\"}]")]
    [InlineData("Umbraco.MultiUrlPicker", "", "{\"maxNumber\":1}", "[{\"url\":\"https://a.example\"},{\"url\":\"https://b.example\"}]")]
    [InlineData("Umbraco.ContentPicker", "", "{}", "umb://media/5f2c1b7e6d0a4b0e9f512b7f6f3f9f00")]
    [InlineData("Umbraco.MultiNodeTreePicker", "", "{\"minNumber\":2}", "umb://document/5f2c1b7e6d0a4b0e9f512b7f6f3f9f00")]
    [InlineData("Umbraco.MediaPicker3", "", "{}", "[{}]")]
    [InlineData("Umbraco.Slider", "", "{\"minVal\":1,\"maxVal\":5}", "6")]
    [InlineData("Umbraco.Plain.String", "Repository.EdtfDate", "{}", "hacia 1990")]
    [InlineData("Umbraco.Plain.String", "Repository.EdtfDate", "{}", "2018-13")]
    [InlineData("Umbraco.Plain.String", "Repository.Duration", "{}", "seis meses")]
    [InlineData("Umbraco.Plain.Json", "Repository.Coordinates", "{}", "{\"lat\":99,\"lon\":0,\"precision\":\"locality\"}")]
    [InlineData("Umbraco.Plain.Json", "Repository.Coordinates", "{}", "{\"lat\":17,\"lon\":-96}")]
    [InlineData("Umbraco.Plain.Json", "Repository.DueDate", "{}", "{\"literal\":\"\",\"kind\":\"month\"}")]
    [InlineData("Umbraco.Tags", "", "{}", "[\"a\",\"b\"")]
    [InlineData("UmbracoForms.FormPicker", "", "{}", "formulario")]
    [InlineData("Umbraco.BlockList", "", "{}", "{\"contentData\":[{}]}")]
    public void a_bad_value_is_refused_in_a_whole_sentence(string alias, string ui, string config, string given)
    {
        var problems = Read(alias, ui, config, given).Problems;

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Matches(@"^[A-ZÁÉÍÓÚ«¿].*\.$", problem));
    }

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData(",{BLOCK}", "", "", "Hay dos bloques con la clave «d3b07384-d9a0-4c9b-8f2a-1b2c3d4e5f60».")]
    [InlineData("", "{\"alias\":\"gone\",\"value\":\"x\"}", "", "Bloque 1, «gone»: El tipo «quote» no tiene este campo.")]
    [InlineData("", "", ",\"settingsKey\":\"d3b07384-d9a0-4c9b-8f2a-1b2c3d4e5f69\"", "El bloque 1 tiene una configuración que no está en el texto guardado.")]
    [InlineData("", "", "},{\"contentKey\":\"d3b07384-d9a0-4c9b-8f2a-1b2c3d4e5f61\"", "El bloque 2 no tiene contenido.")]
    public void what_does_not_belong_into_a_block_list_is_named(string more, string values, string place, string problem)
    {
        var quote = Context.Schema.DocumentType("quote")!.Key;
        const string Key = "d3b07384-d9a0-4c9b-8f2a-1b2c3d4e5f60";
        var block = $$"""{"contentTypeKey":"{{quote}}","key":"{{Key}}","values":[{{values}}]}""";
        var stored = $$"""
            {"contentData":[{{block}}{{more.Replace("{BLOCK}", block, StringComparison.Ordinal)}}],"settingsData":[],
             "expose":[{"contentKey":"{{Key}}","culture":"ES-mx"},{"contentKey":"d3b07384-d9a0-4c9b-8f2a-1b2c3d4e5f61"}],
             "Layout":{"Umbraco.BlockList":[{"contentKey":"{{Key}}"{{place}} }]} }
            """;

        var problems = Read("Umbraco.BlockList", "", $$$"""{"blocks":[{"contentElementTypeKey":"{{{quote}}}"}]}""", stored).Problems;

        Assert.Equal(problem, string.Join('|', problems));
    }

    [Fact]
    public void a_block_shown_in_a_language_that_is_not_there_is_refused()
    {
        const string Stored = """{"contentData":[],"settingsData":[],"expose":[{"contentKey":"d3b07384-d9a0-4c9b-8f2a-1b2c3d4e5f60","culture":"xx-YY"}],"Layout":{"Umbraco.BlockList":[{"contentKey":"d3b07384-d9a0-4c9b-8f2a-1b2c3d4e5f60"}]}}""";

        Assert.Contains(Read("Umbraco.BlockList", "", "{}", Stored).Problems, problem => problem.Contains("«xx-YY»", StringComparison.Ordinal));
    }

    [Fact]
    public void hidden_coordinates_are_kept_and_never_delivered()
    {
        var reading = Read("Umbraco.Plain.Json", "Repository.Coordinates", "{}", "{\"lat\":17.06,\"lon\":-96.72,\"precision\":\"hidden\"}");

        Assert.Contains("17.06", reading.Stored, StringComparison.Ordinal);
        Assert.Equal(DeliveryValue.Null, reading.Delivery);
        Assert.Empty(reading.SearchTexts);
    }

    [Theory]
    [MemberData(nameof(Contracted))]
    public void no_text_makes_an_editor_fail_and_what_is_stored_stays_what_it_is(string alias, string ui) => Prop.ForAll(Texts(), text =>
    {
        var first = Read(alias, ui, "{}", text);
        if (!first.Problems.IsEmpty || first.Stored.Length == 0) return true;
        var second = Read(alias, ui, "{}", first.Stored);
        return second.Stored == first.Stored && second.Problems.IsEmpty;
    }).QuickCheckThrowOnFailure();

    /// <summary>Anything, and texts that look like what editors store, spoilt in places.</summary>
    private static Arbitrary<string> Texts()
    {
        var likely = Gen.Elements(
            "64", "1", "2026-05-11T00:00:00", "{\"date\":\"2026-05-11T00:00:00+00:00\",\"timeZone\":null}", "[\"a\",\"b\"]", "umb://document/5f2c1b7e6d0a4b0e9f512b7f6f3f9f00", "00aa55", "2,8", "P6M", "1990~",
            "[{\"name\":\"x\",\"url\":\"https://a.example\"}]", "[{\"mediaKey\":\"5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00\"}]", "{\"src\":\"/media/a/b.png\",\"crops\":[],\"focalPoint\":{\"left\":0.5,\"top\":0.3}}",
            "{\"markup\":\"<p>a<script>b</script></p>\",\"blocks\":null}", "{\"lat\":1,\"lon\":2,\"precision\":\"locality\"}", "{\"literal\":\"x\",\"from\":null,\"to\":null,\"kind\":\"unknown\"}",
            "{\"contentData\":[],\"settingsData\":[],\"expose\":[],\"Layout\":{}}", "5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00");
        var spoilt = from text in likely
                     from at in Gen.Choose(0, text.Length - 1)
                     from letter in Gen.Elements('{', '}', '"', '[', '\\', ',', '\0', '\uD800', 'ñ', '<', '9')
                     select text[..at] + letter + text[(at + 1)..];
        return Gen.OneOf(ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""), likely, spoilt).ToArbitrary();
    }

    private static PropertyReading Read(string alias, string ui, string config, string stored) => BuiltInEditors.Registry.Read(stored, Kind(alias, ui, config), Context);

    private static DataType Kind(string alias, string ui, string config = "{}") => new(Guid.NewGuid(), alias, alias, ui, JsonElement.Parse(config));
}
