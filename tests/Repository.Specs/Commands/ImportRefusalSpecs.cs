using System.Text;
using Repository.Core.Content;
using Repository.Testing;
using Repository.Web.Commands;
using Repository.Web.Operations;

namespace Repository.Specs.Commands;

/// <summary>Content files that are not fit to be taken in: each is named with its field and reason, and nothing is written.</summary>
public sealed class ImportRefusalSpecs : IDisposable
{
    private const string Page = """
        <?xml version="1.0" encoding="utf-8"?>
        <Content Key="0b9b7f0c-2a53-4cde-8a5b-0c1d2e3f4a5b" Alias="Prueba" Level="1">
          <Info>
            <Parent Key="{parent}">Inicio</Parent>
            <ContentType>{type}</ContentType>
            <CreateDate>2026-02-03T15:04:05</CreateDate>
            <NodeName Default="Prueba"><Name Culture="es-MX">Prueba</Name></NodeName>
            <SortOrder>99</SortOrder>
            <Published Default="true"><Published Culture="es-MX">true</Published></Published>
            <Schedule />
          </Info>
          <Properties>{values}</Properties>
        </Content>
        """;

    private static readonly string Home = "e207d062-4e8b-5def-b31c-21bd318db519";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("section", "parent", "nada", "«nada» no existe")]
    [InlineData("source", "parent", "", "tipo de bloque")]
    [InlineData("section", "00000000-0000-0000-0000-000000000009", "", "destino no existe")]
    [InlineData("page", "parent", "", "no puede estar dentro")]
    [InlineData("section", "parent", "<nada><Value><![CDATA[x]]></Value></nada>", "no tiene el campo «nada»")]
    [InlineData("section", "parent", "<umbracoUrlName><Value Culture=\"es-MX\"><![CDATA[a/b?c]]></Value></umbracoUrlName>", "umbracoUrlName")]
    [InlineData("section", "parent", "<summary><Value><![CDATA[x]]></Value></summary>", "indica en cuál")]
    [InlineData("section", "parent", "<summary><Value Culture=\"fr\"><![CDATA[x]]></Value></summary>", "«fr» no existe")]
    [InlineData("section", "parent", "<featured><Value><![CDATA[umb://document/00000000000000000000000000000009]]></Value></featured>", "featured")]
    [InlineData("section", "parent", "<featured><Value><![CDATA[not a udi]]></Value></featured>", "featured")]
    [InlineData("section", "0b9b7f0c-2a53-4cde-8a5b-0c1d2e3f4a5b", "", "dentro de sí mismo")]
    public async Task a_content_file_is_refused_with_item_field_and_reason(string type, string parent, string values, string reason)
    {
        var file = Page.Replace("{type}", values == "nada" ? "nada" : type, StringComparison.Ordinal).Replace("{parent}", parent == "parent" ? Home : parent, StringComparison.Ordinal).Replace("{values}", values == "nada" ? "" : values, StringComparison.Ordinal);

        var told = await RefusedAsync(folder => File.WriteAllText(Path.Combine(folder, "v17/Content/prueba.config"), file));

        Assert.Contains("prueba.config", told, StringComparison.Ordinal);
        Assert.Contains("Prueba", told, StringComparison.Ordinal);
        Assert.Contains(reason, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_media_file_that_is_not_there_is_refused()
    {
        var told = await RefusedAsync(folder =>
        {
            var file = Directory.EnumerateFiles(Path.Combine(folder, "v17/Media"), "municipios*.config").Single();
            File.WriteAllText(file, File.ReadAllText(file).Replace("municipios-oaxaca.csv", "perdido.csv", StringComparison.Ordinal), Encoding.UTF8);
        });

        Assert.Contains("perdido.csv", told, StringComparison.Ordinal);
        Assert.Contains("umbracoFile", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_media_file_that_lies_in_the_data_folder_alone_is_found_by_a_check_as_by_an_import()
    {
        var options = Options(_folder.CopyOf(ProjectFolder.Find("uSync"), "uSync"));
        _folder.CopyOf(options.SeedMediaPath, "data/media");

        await Rehearsal.RunAsync(options with { SeedMediaPath = _folder.File("none") }, TestContext.Current.CancellationToken);

        Assert.False(File.Exists(_folder.File("data/repository.db")));
    }

    [Fact]
    public async Task a_folder_whose_own_schema_does_not_hold_together_is_refused()
    {
        var folder = _folder.CopyOf(ProjectFolder.Find("uSync"), "other");
        var tags = Path.Combine(folder, "v17/DataTypes/Tags.config");
        File.WriteAllText(tags, File.ReadAllText(tags).Replace("Umbraco.Tags<", "Acme.Magic<", StringComparison.Ordinal), Encoding.UTF8);

        var told = await RefusedFolderAsync(folder);

        Assert.Contains("v17/DataTypes/Tags.config (Info/EditorAlias)", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_folder_without_the_versions_layer_is_refused_and_not_taken_for_an_empty_one()
    {
        Directory.CreateDirectory(_folder.File("other/v16/Content"));

        var told = await RefusedFolderAsync(_folder.File("other"));

        Assert.Contains("no tiene una subcarpeta «v17»", told, StringComparison.Ordinal);
    }

    private async Task<string> RefusedFolderAsync(string folder)
    {
        await using var installation = await Installation.OpenAsync(Options(ProjectFolder.Find("uSync")), TimeProvider.System, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => installation.ImportFolderAsync(folder, TestContext.Current.CancellationToken));
        Assert.Equal(0, await installation.Store.HeadAsync(TestContext.Current.CancellationToken));
        return refused.Message;
    }

    private RepositoryOptions Options(string schema) =>
        Settings.Read([$"--Repository:USyncPath={schema}", $"--Repository:SeedMediaPath={ProjectFolder.Find("seed/media")}", $"--Repository:DataPath={_folder.File("data")}"]);

    /// <summary>What a start and an import say of a spoilt copy of the seed; neither leaves anything behind.</summary>
    private async Task<string> RefusedAsync(Action<string> spoil)
    {
        var folder = _folder.CopyOf(ProjectFolder.Find("uSync"), "uSync");
        spoil(folder);
        var options = Options(folder);
        await using var installation = await Installation.OpenAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => installation.ImportSeedAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, await installation.Store.HeadAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await installation.Store.ReadAsync(reader => reader.ChildrenAsync(ItemKind.Document, null), TestContext.Current.CancellationToken));
        var rehearsed = await Assert.ThrowsAsync<StartRefusedException>(() => Rehearsal.RunAsync(options, TestContext.Current.CancellationToken));
        Assert.Equal(refused.Message, rehearsed.Message);
        return refused.Message;
    }
}
