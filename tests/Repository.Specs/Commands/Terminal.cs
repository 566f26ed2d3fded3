using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Repository.Testing;

namespace Repository.Specs.Commands;

/// <summary>The program as a process of its own, with the project's schema, no content, and a data folder.</summary>
internal sealed class Terminal(TemporaryFolder folder)
{
    private readonly string _schema = BareSchema.CopyTo(folder.File("uSync"));

    public static string Program => Path.Combine(AppContext.BaseDirectory, "Repository.Web.dll");

    public string DataPath { get; } = folder.File("data");

    public string[] Places => [$"--Repository:USyncPath={_schema}", $"--Repository:DataPath={DataPath}"];

    public async Task<(int Code, string Output, string Errors)> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. words, .. Places]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, told[0], told[1]);
    }

    /// <summary>A site that serves what was brought.</summary>
    public Task<TestSite> ServeAsync(Action<IServiceCollection>? exchange = null, params string[] settings) => TestSite.StartOnAsync(DataPath, exchange ?? (_ => { }), [$"USyncPath={_schema}", .. settings]);
}
