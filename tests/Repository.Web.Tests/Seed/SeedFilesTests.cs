using Repository.Core.Publishing;
using Repository.Testing;
using Repository.USync;
using Repository.Web.Commands;
using Repository.Web.Operations;
using Repository.Web.Seed;

namespace Repository.Web.Tests.Seed;

/// <summary>The seed in the project never drifts from the facts it is made of.</summary>
public sealed class SeedFilesTests
{
    [Fact]
    public void the_files_in_the_project_are_what_the_facts_give()
    {
        var project = new SeedFolders(TheSeed.USyncPath, TheSeed.MediaPath);

        var differences = project.Differences(TheSeed.Schema, TheSeed.Content);

        Assert.Empty(differences);
    }

    [Fact]
    public void the_same_facts_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var copy = new SeedFolders(folder.Path, folder.File("media"));
        copy.Write(TheSeed.Schema, TheSeed.Content);
        CopyGivenMedia(folder.File("media"));

        var differences = copy.Differences(TheSeed.Schema, TheSeed.Grow());

        Assert.Empty(differences);
    }

    [Fact]
    public void a_file_that_was_changed_lost_or_added_is_told()
    {
        using var folder = new TemporaryFolder();
        var copy = new SeedFolders(folder.Path, folder.File("media"));
        copy.Write(TheSeed.Schema, TheSeed.Content);
        CopyGivenMedia(folder.File("media"));
        var content = folder.File("v17/Content");

        File.AppendAllText(Path.Combine(content, "inicio.config"), " ");
        File.Delete(Path.Combine(content, "cocreacion.config"));
        File.WriteAllText(Path.Combine(content, "ajeno.config"), "");
        File.WriteAllText(folder.File("media/ajeno.svg"), "");
        var differences = copy.Differences(TheSeed.Schema, TheSeed.Content);

        Assert.Equal(
            ["Es distinto v17/Content/inicio.config.", "Falta v17/Content/cocreacion.config.", "Sobra ajeno.svg.", "Sobra v17/Content/ajeno.config."],
            differences.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void a_drawing_that_no_longer_says_what_the_facts_say_is_told()
    {
        using var folder = new TemporaryFolder();
        var copy = new SeedFolders(folder.Path, folder.File("media"));
        copy.Write(TheSeed.Schema, TheSeed.Content);
        CopyGivenMedia(folder.File("media"));
        var drawing = TheSeed.Content.Media[RulingDrawings.Source("scjn-ad-9-2018")].Path;
        var path = Path.Combine(folder.File("media"), drawing);

        File.WriteAllText(path, File.ReadAllText(path).Replace("Amparo directo 9/2018", "Amparo directo 9/2019", StringComparison.Ordinal));
        var differences = copy.Differences(TheSeed.Schema, TheSeed.Content);

        Assert.Equal([$"En {drawing} no se lee «Amparo directo 9/2018»."], differences);
    }

    [Fact]
    public async Task the_command_succeeds_only_while_nothing_differs()
    {
        using var withoutMedia = new TemporaryFolder();

        var asItIs = await Check(TheSeed.MediaPath);
        var lacking = await Check(withoutMedia.Path);

        Assert.Equal(0, asItIs);
        Assert.Equal(1, lacking);
    }

    [Fact]
    public async Task imported_and_exported_again_not_a_byte_differs()
    {
        using var folder = new TemporaryFolder();
        await using var installation = await Installation.OpenAsync(TheSeed.Options(folder.File("data")), TimeProvider.System, TestContext.Current.CancellationToken);

        await installation.ImportSeedAsync(TestContext.Current.CancellationToken);
        var items = await new ContentExport(installation.Store).ReadAsync(TestContext.Current.CancellationToken);
        var refused = new USyncFolder(folder.File("export")).Write(new USyncFolder(TheSeed.USyncPath), installation.Schema, items);
        new USyncFolder(folder.File("export")).WriteForms((await installation.Store.Forms.HeadsAsync(TestContext.Current.CancellationToken)).Select(head => head.Version.Definition));

        Assert.Empty(refused);
        Assert.Equal(Files(TheSeed.USyncPath), Files(folder.File("export")));
    }

    private static Task<int> Check(string media) => RepositoryCommands.RunAsync(
        ["seed", "--check", "--data", ProjectFolder.Find("data"), $"--Repository:USyncPath={TheSeed.USyncPath}", $"--Repository:SeedMediaPath={media}"]);

    private static void CopyGivenMedia(string target)
    {
        foreach (var file in TheSeed.Content.Media.All.Where(file => !File.Exists(Path.Combine(target, file.Path))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, file.Path))!);
            File.Copy(Path.Combine(TheSeed.MediaPath, file.Path), Path.Combine(target, file.Path));
        }
    }

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToBase64String(File.ReadAllBytes(file))),
        StringComparer.Ordinal);
}
