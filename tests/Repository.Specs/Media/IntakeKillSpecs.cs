using System.Diagnostics;
using Repository.Specs.Commands;
using Repository.Testing;

namespace Repository.Specs.Media;

/// <summary>A program that is killed while a file comes in.</summary>
public sealed class IntakeKillSpecs
{
    [Fact]
    public async Task a_file_that_was_coming_in_when_the_program_was_killed_is_not_there_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var terminal = new Terminal(folder);
        await terminal.RunAsync("media", "add", RealFiles.Path("hoja.pdf"));
        var pipe = folder.File("video.mp4");
        using (var made = Process.Start("mkfifo", [pipe])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var before = Files(folder);

        using var program = Process.Start(new ProcessStartInfo("dotnet", [Terminal.Program, "media", "add", pipe, .. terminal.Places]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await using (var source = new FileStream(pipe, FileMode.Open, FileAccess.Write))
        {
            // More than a pipe holds: when it is written, most of it has been read.
            await source.WriteAsync(RealFiles.Bytes("video.mp4"), TestContext.Current.CancellationToken);
            await source.WriteAsync(new byte[1_000_000], TestContext.Current.CancellationToken);
            program.Kill();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Single(Files(folder).Except(before), file => file.Contains("incoming", StringComparison.Ordinal));
        await using var site = await terminal.ServeAsync();
        Assert.Equal(before, Files(folder));
    }

    private static string[] Files(TemporaryFolder folder) => [.. Directory.GetFiles(folder.File("data/files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
