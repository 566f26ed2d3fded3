using Repository.Core.Editors;

namespace Repository.USync.Tests.Schema;

/// <summary>What does not fit together is refused with file, element and reason.</summary>
public sealed class SchemaRefusalTests : IDisposable
{
    private const string Practice = "ContentTypes/practice.config";
    private const string Page = "ContentTypes/page.config";
    private const string PageComposition = "ContentTypes/pagecomposition.config";

    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void the_projects_own_schema_is_in_order() => Assert.Empty(_folder.Problems());

    [Theory]
    [InlineData("DataTypes/Tags.config", "<EditorAlias>Umbraco.Tags</EditorAlias>", "<EditorAlias>Acme.Magic</EditorAlias>", "Info/EditorAlias", "«Acme.Magic»")]
    [InlineData("DataTypes/Tags.config", "\"storageType\"", "storageType", "Config", "JSON")]
    [InlineData("DataTypes/Tags.config", "\"storageType\"", "\"filter\": \"\\ud800\", \"storageType\"", "Config", "caracteres dañados")]
    [InlineData("DataTypes/Tags.config", "\"storageType\"", "\"\\udfff\": 1, \"storageType\"", "Config", "caracteres dañados")]
    [InlineData("DataTypes/Tags.config", "\"storageType\"", "\"storageType\": \"Csv\", \"storageType\"", "Config", "dos veces")]
    [InlineData("DataTypes/Fuentes.config", "5bf18dd5-ad0e-5b45-a56f-7caedee3e82a", "00000000-0000-0000-0000-000000000001", "Config/blocks/contentElementTypeKey", "no existe")]
    [InlineData("ContentTypes/source.config", "<IsElement>true</IsElement>", "<IsElement>false</IsElement>", "Config/blocks/contentElementTypeKey", "no es de elemento")]
    [InlineData(Page, "Alias=\"page\" Level", "Alias=\"PRACTICE\" Level", "Alias", "ya es del tipo")]
    [InlineData(Page, "Alias=\"page\" Level", "Alias=\"página\" Level", "Alias", "no sirve de alias")]
    [InlineData(Page, "Alias=\"page\" Level", "Alias=\"page&#10;\" Level", "Alias", "no sirve de alias")]
    [InlineData(Page, "<Alias>body</Alias>", "<Alias>summary</Alias>", "GenericProperty/summary", "dos veces")]
    [InlineData(Page, "<Tab Alias=\"content\">", "<Tab Alias=\"nowhere\">", "GenericProperty/body/Tab", "«nowhere»")]
    [InlineData(PageComposition, "^[^/?#]*$", "^[^/?#*$", "GenericProperty/umbracoUrlName/Validation", "expresión regular")]
    [InlineData("Languages/es-mx.config", "<IsDefault>true</IsDefault>", "<IsDefault>false</IsDefault>", "IsDefault", "Ningún idioma")]
    [InlineData("Languages/en.config", "<IsDefault>false</IsDefault>", "<IsDefault>true</IsDefault>", "IsDefault", "idioma predeterminado")]
    [InlineData("Languages/en.config", "<IsoCode>en</IsoCode>", "<IsoCode>e n</IsoCode>", "IsoCode", "etiqueta de idioma")]
    [InlineData("Languages/en.config", "<IsoCode>en</IsoCode>", "<IsoCode>en&#10;</IsoCode>", "IsoCode", "etiqueta de idioma")]
    [InlineData("Languages/en.config", "<Fallback>es-MX</Fallback>", "<Fallback>EN</Fallback>", "Fallback", "a sí mismo")]
    [InlineData("Domains/en_en.config", "<Language>en</Language>", "<Language>fr</Language>", "Language", "«fr»")]
    [InlineData("Domains/en_en.config", "Key=\"e207d062-4e8b-5def-b31c-21bd318db519\"", "", "Info/Root/Key", "Falta")]
    [InlineData("Domains/en_en.config", "Key=\"e207d062-4e8b-5def-b31c-21bd318db519\"", "Key=\"00000000-0000-0000-0000-000000000000\"", "Info/Root/Key", "ceros")]
    [InlineData("Domains/en_en.config", "<Root Key=\"e207d062-4e8b-5def-b31c-21bd318db519\">/Inicio</Root>", "", "Info/Root", "Falta")]
    [InlineData("Domains/en_en.config", "Alias=\"/en\"", "Alias=\"/\"", "Alias", "ni un servidor ni un prefijo")]
    [InlineData("Domains/en_en.config", "Alias=\"/en\"", "Alias=\"/en/a\"", "Alias", "varios tramos")]
    [InlineData("ContentTypes/home.config", "<IsElement>false</IsElement>", "<IsElement>quizás</IsElement>", "Info/IsElement", "«quizás»")]
    [InlineData("ContentTypes/home.config", "<Name>Portada</Name>", "<Name></Name>", "Info/Name", "Falta")]
    public void a_spoilt_file_is_named_with_element_and_reason(string file, string old, string now, string element, string reason)
    {
        _folder.Change(file, old, now);

        Assert.Contains(_folder.Problems(), problem => problem.Element == element && problem.Reason.Contains(reason, StringComparison.Ordinal) && problem.Reason.EndsWith('.'));
    }

    [Fact]
    public void a_circle_of_compositions_is_refused_with_its_way_round()
    {
        var key = Key(_folder.Read(Page));
        _folder.Change(PageComposition, "<Compositions />", $"<Compositions><Composition Key=\"{key}\">page</Composition></Compositions>");

        Assert.Contains(_folder.Problems(), problem => problem.File == $"v17/{Page}" && problem.Reason.Contains("page → pageComposition → page", StringComparison.Ordinal));
    }

    [Fact]
    public void a_composition_of_oneself_and_one_that_is_not_there_are_refused()
    {
        var key = Key(_folder.Read(PageComposition));
        _folder.Change(PageComposition, "<Compositions />", $"<Compositions><Composition Key=\"{key}\">pageComposition</Composition><Composition Key=\"00000000-0000-0000-0000-000000000009\">nada</Composition></Compositions>");

        var problems = _folder.Problems().Where(problem => problem.File == $"v17/{PageComposition}").ToList();

        Assert.Contains(problems, problem => problem.Reason.Contains("ciclo", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Reason.Contains("«nada»", StringComparison.Ordinal));
    }

    [Fact]
    public void a_child_that_is_an_element_or_not_there_is_refused()
    {
        var source = Key(_folder.Read("ContentTypes/source.config"));
        _folder.Change("ContentTypes/home.config", "<Structure>", $"<Structure><ContentType Key=\"{source}\" SortOrder=\"8\">source</ContentType><ContentType Key=\"00000000-0000-0000-0000-000000000009\" SortOrder=\"9\">nada</ContentType>");

        var reasons = _folder.Problems().Where(problem => problem.Element == "Structure").Select(problem => problem.Reason).ToList();

        Assert.Contains(reasons, reason => reason.Contains("«source» es un tipo de elemento", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.Contains("«nada»", StringComparison.Ordinal));
    }

    [Fact]
    public void two_files_of_one_key_are_refused_by_name()
    {
        _folder.Write("ContentTypes/twice.config", _folder.Read(Page));

        Assert.Contains(_folder.Problems(), problem => problem.File.EndsWith("twice.config", StringComparison.Ordinal) && problem.Reason.Contains("page.config", StringComparison.Ordinal));
    }

    [Fact]
    public void an_unknown_data_type_falls_back_on_the_editor_and_is_refused_without_one()
    {
        const string Unknown = "<Definition>00000000-0000-0000-0000-000000000009</Definition>";
        var text = _folder.Read(Page);
        var definition = text[text.IndexOf("<Definition>", StringComparison.Ordinal)..(text.IndexOf("</Definition>", StringComparison.Ordinal) + 13)];
        _folder.Change(Page, definition, Unknown);
        Assert.Empty(_folder.Problems());

        var type = text[text.IndexOf("<Type>", StringComparison.Ordinal)..(text.IndexOf("</Type>", StringComparison.Ordinal) + 7)];
        _folder.Write(Page, _folder.Read(Page).Replace(type, "<Type>Acme.None</Type>", StringComparison.Ordinal));

        Assert.Contains(_folder.Problems(), problem => problem.Element.EndsWith("/Definition", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<ContentType", "mal formado")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><ContentType Key=\"b1e5a0f4-7c3d-4e18-8a44-0f1d2c3b4a59\" Alias=\"&y;\"/>", "DTD")]
    [InlineData("<MediaType Key=\"b1e5a0f4-7c3d-4e18-8a44-0f1d2c3b4a59\" Alias=\"x\" />", "MediaType")]
    [InlineData("<ContentType Alias=\"x\"><Info><Name>X</Name></Info></ContentType>", "«Key»")]
    [InlineData("<ContentType Key=\"no\" Alias=\"x\"><Info><Name>X</Name></Info></ContentType>", "GUID")]
    public void a_file_that_cannot_be_read_is_refused(string text, string reason)
    {
        _folder.Write("ContentTypes/broken.config", text);

        Assert.Contains(_folder.Problems(), problem => problem.File == "v17/ContentTypes/broken.config" && problem.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void two_properties_of_one_key_are_refused_wherever_they_stand()
    {
        var practice = _folder.Read(Practice);
        var keys = practice.Split("<GenericProperty>").Skip(1).Take(2).Select(part => part[(part.IndexOf("<Key>", StringComparison.Ordinal) + 5)..][..36]).ToArray();
        _folder.Change(Practice, keys[1], keys[0]);

        Assert.Contains(_folder.Problems(), problem => problem.File == $"v17/{Practice}" && problem.Element.EndsWith("/Key", StringComparison.Ordinal) && problem.Reason.Contains("ya es de la propiedad", StringComparison.Ordinal));
    }

    [Fact]
    public void a_key_of_zeros_is_refused_except_for_a_language_which_goes_by_its_tag()
    {
        const string Zeros = "00000000-0000-0000-0000-000000000000";
        var english = _folder.Read("Languages/en.config");
        _folder.Change("Languages/en.config", Key(english), Zeros);
        Assert.Empty(_folder.Problems());

        _folder.Change(Page, Key(_folder.Read(Page)), Zeros);
        var practice = _folder.Read(Practice);
        _folder.Write(Practice, practice.Replace(practice[(practice.IndexOf("<GenericProperty>", StringComparison.Ordinal))..][..70].Split("<Key>")[1][..36], Zeros, StringComparison.Ordinal));

        Assert.Contains(_folder.Problems(), problem => problem.File == $"v17/{Page}" && problem.Element == "Key" && problem.Reason.Contains("ceros", StringComparison.Ordinal));
        Assert.Contains(_folder.Problems(), problem => problem.File == $"v17/{Practice}" && problem.Element.EndsWith("/Key", StringComparison.Ordinal) && problem.Reason.Contains("ceros", StringComparison.Ordinal));
    }

    [Fact]
    public void a_circle_of_languages_that_fall_back_on_each_other_is_refused()
    {
        var english = _folder.Read("Languages/en.config");
        _folder.Change("Languages/es-mx.config", "</IsDefault>", "</IsDefault><Fallback>en</Fallback>");
        Assert.Contains("<Fallback>es-MX</Fallback>", english, StringComparison.Ordinal);

        Assert.Equal(2, _folder.Problems().Count(problem => problem.Element == "Fallback" && problem.Reason.Contains("a sí mismo", StringComparison.Ordinal)));
    }

    [Fact]
    public void two_languages_do_not_share_a_host()
    {
        var domain = _folder.Read("Domains/en_en.config");
        _folder.Write("Domains/a.config", Domain(domain, 1, "example.org", "en")).Write("Domains/b.config", Domain(domain, 2, "https://EXAMPLE.org", "es-MX"));

        Assert.Contains(_folder.Problems(), problem => problem.Element == "Alias" && problem.Reason.Contains("«example.org» ya es del idioma «en»", StringComparison.Ordinal));
    }

    [Fact]
    public void everything_that_is_wrong_is_told_at_once()
    {
        _folder.Change("DataTypes/Tags.config", "Umbraco.Tags<", "Acme.Magic<").Change("Domains/en_en.config", "<Language>en</Language>", "<Language>fr</Language>").Write("ContentTypes/broken.config", "<");

        Assert.Equal(3, _folder.Problems().Select(problem => problem.File).Distinct().Count());
    }

    [Fact]
    public void a_folder_without_a_layer_is_refused()
    {
        var refused = Assert.IsType<USync.Schema.SchemaResult.Refused>(new USyncFolder(Path.Combine(_folder.Root, "nothing")).ReadSchema(BuiltInEditors.Registry));

        Assert.Contains("v17", refused.Problems[0].Reason, StringComparison.Ordinal);
    }

    internal static string Domain(string text, int number, string alias, string language) => text
        .Replace(Key(text), $"00000000-0000-0000-0000-00000000000{number}", StringComparison.Ordinal)
        .Replace("Alias=\"/en\"", $"Alias=\"{alias}\"", StringComparison.Ordinal)
        .Replace("<Language>en</Language>", $"<Language>{language}</Language>", StringComparison.Ordinal);

    private static string Key(string file) => file[(file.IndexOf("Key=\"", StringComparison.Ordinal) + 5)..][..36];
}
