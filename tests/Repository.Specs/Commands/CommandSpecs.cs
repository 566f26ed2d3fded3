using System.Diagnostics;
using Repository.Testing;

namespace Repository.Specs.Commands;

/// <summary>The program at a terminal, as a process of its own.</summary>
public sealed class CommandSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task help_lists_the_commands()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All((string[])["serve", "check", "usync", "media", "users", "seed", "generate"], command => Assert.Contains($"  {command}", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task check_says_that_all_is_well_and_touches_nothing()
    {
        var (code, output, errors) = await RunAsync(["check", .. Places()]);

        Assert.True(code == 0, errors);
        Assert.Equal("El esquema y los contenidos están en orden.", output.Trim());
        Assert.False(Directory.Exists(_folder.File("data")));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("serve")]
    [InlineData("usync", "import")]
    public async Task a_broken_schema_is_refused_with_file_element_and_reason(params string[] command)
    {
        Directory.CreateDirectory(_folder.File("uSync/v17/DataTypes"));
        await File.WriteAllTextAsync(
            _folder.File("uSync/v17/DataTypes/x.config"),
            "<DataType Key=\"6b0d5e2a-3b1c-4a53-9f3b-0a2e5a7c1d10\" Alias=\"X\" Level=\"1\"><Info><Name>X</Name><EditorAlias>Acme.Magic</EditorAlias><EditorUIAlias>Acme.Ui</EditorUIAlias></Info></DataType>",
            TestContext.Current.CancellationToken);

        var (code, output, errors) = await RunAsync([.. command, "--urls=http://127.0.0.1:0", $"--Repository:USyncPath={_folder.File("uSync")}", $"--Repository:DataPath={_folder.File("data")}"]);

        Assert.Equal(1, code);
        Assert.Contains("v17/DataTypes/x.config (Info/EditorAlias): El editor «Acme.Magic»", errors, StringComparison.Ordinal);
        Assert.Contains("Ningún idioma", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [Theory]
    [InlineData("no es un comando", "frobnicate")]
    [InlineData("Delivery:MaxTake", "check", "--Repository:Delivery:MaxTake=many")]
    [InlineData("no existe", "usync", "import", "/nowhere/at/all")]
    [InlineData("cuántas", "generate", "some")]
    [InlineData("qué carpeta", "usync", "export")]
    public async Task what_makes_no_sense_is_said_in_words(string expected, params string[] words)
    {
        var (code, _, errors) = await RunAsync([.. words, .. Places()]);

        Assert.Equal(1, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task exported_and_imported_and_exported_again_not_a_byte_differs()
    {
        var (one, two) = (_folder.File("one"), _folder.File("two"));
        foreach (var command in (string[][])[["usync", "import"], ["usync", "export", one]]) Assert.Equal(0, (await RunAsync([.. command, .. Places("a")])).Code);

        foreach (var command in (string[][])[["usync", "import", one], ["usync", "export", two]])
        {
            var (code, _, errors) = await RunAsync([.. command, .. Places("b")]);
            Assert.True(code == 0, errors);
        }

        var files = Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(one, file)).ToList();
        Assert.True(files.Count > 1_900);
        Assert.Contains("media/d608a380/municipios-oaxaca.csv", files);
        Assert.Equal(files.Order(StringComparer.Ordinal), Directory.EnumerateFiles(two, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(two, file)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(two, file))));
    }

    private string[] Places(string data = "data") =>
        [$"--Repository:USyncPath={ProjectFolder.Find("uSync")}", $"--Repository:SeedMediaPath={ProjectFolder.Find("seed/media")}", $"--Repository:DataPath={_folder.File(data)}"];

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] words)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Repository.Web.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, told[0], told[1]);
    }
}
