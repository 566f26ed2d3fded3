using System.Diagnostics;
using Repository.Testing;

namespace Repository.Browser.Tests;

/// <summary>What html-validate finds on every kind of page: nothing.</summary>
public sealed class MarkupTests(Browsing browsing)
{
    private static readonly string Clients = ProjectFolder.Find("tests/clients");

    public static bool IsInstalled => File.Exists(Path.Combine(Clients, "node_modules", "html-validate", "package.json"));

    [Fact(Skip = "html-validate is not installed (./test installs it where npm is).", SkipUnless = nameof(IsInstalled))]
    public async Task a_judge_of_markup_finds_nothing_on_any_kind_of_page()
    {
        Assert.SkipWhen(Browsing.Chromium is null, "Chromium is not installed: apt-get install chromium");
        var start = new ProcessStartInfo("node", ["markup.mjs", browsing.Origin, .. browsing.Templates]) { WorkingDirectory = Clients, RedirectStandardOutput = true, RedirectStandardError = true };

        using var node = Process.Start(start)!;
        var told = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, string.Join('\n', told));
    }
}
