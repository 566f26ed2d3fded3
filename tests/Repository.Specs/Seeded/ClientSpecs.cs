using System.Diagnostics;
using Repository.Testing;

namespace Repository.Specs.Seeded;

/// <summary>Clients made for Umbraco, as npm gives them.</summary>
public sealed class ClientSpecs(SeededSite seeded)
{
    private static readonly string Clients = ProjectFolder.Find("tests/clients");

    public static bool AreInstalled => File.Exists(Path.Combine(Clients, "node_modules", ".package-lock.json"));

    [Fact(Skip = "The npm clients are not installed (./test installs them where npm is).", SkipUnless = nameof(AreInstalled))]
    public async Task clients_made_for_umbraco_walk_the_api_unchanged()
    {
        var start = new ProcessStartInfo("node", ["walk.mjs", seeded.Site.Client.BaseAddress!.ToString()]) { WorkingDirectory = Clients, RedirectStandardOutput = true, RedirectStandardError = true };

        using var node = Process.Start(start)!;
        var told = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, string.Join('\n', told));
        Assert.EndsWith("walked", told[0].Trim(), StringComparison.Ordinal);
    }
}
