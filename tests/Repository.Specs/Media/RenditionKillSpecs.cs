using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Hosting;
using Repository.Specs.Commands;
using Repository.Testing;
using Repository.Web.Media;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Specs.Media;

/// <summary>A site that is killed while pictures are being made.</summary>
public sealed class RenditionKillSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_site_killed_amid_a_rendition_leaves_no_process_and_nothing_half_made_is_ever_served()
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        using var folder = new TemporaryFolder();
        var terminal = new Terminal(folder);
        await File.WriteAllBytesAsync(folder.File("vasta.png"), APicture.PngOf(new PixelGrid(9_000, 9_000), new byte[36_001], 9_000), Cancellation);
        var (_, told, errors) = await terminal.RunAsync("media", "add", folder.File("vasta.png"), "--alt", "Nada.", "--publish");
        Assert.True(told.Length > 0, errors);
        var address = told.Split("  ")[0];
        var unfinished = Path.Combine(terminal.DataPath, "renditions", "unfinished");

        var making = await KillAmidAsync(terminal, $"{address}?width=700", unfinished);

        foreach (var left in making) await left.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        await using var site = await terminal.ServeAsync();
        await site.Service<IEnumerable<IHostedService>>().OfType<RenditionKeeping>().Single().ExecuteTask!;
        Assert.Empty(Directory.EnumerateDirectories(unfinished));
        using var answer = await site.Client.GetAsync($"{address}?width=700", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new PixelSize(700, 700), ImageHeader.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)))!.Stored);
    }

    /// <summary>What was at work when the site was killed.</summary>
    private static async Task<List<Process>> KillAmidAsync(Terminal terminal, string address, string unfinished)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Terminal.Program, "serve", "--urls", "http://127.0.0.1:0", .. terminal.Places]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var client = new HttpClient { BaseAddress = await AddressAsync(program) };
        var asked = client.GetAsync(address, Cancellation);
        List<Process> making = [];
        SpinWait.SpinUntil(() => asked.IsCompleted || (making = Working(unfinished)).Count > 0, TimeSpan.FromMinutes(1));
        Assert.NotEmpty(making);

        program.Kill();
        await program.WaitForExitAsync(Cancellation);
        await asked.ContinueWith(_ => { }, TaskScheduler.Default);
        return making;
    }

    private static async Task<Uri> AddressAsync(Process program)
    {
        while (await program.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.Contains("responde en", StringComparison.Ordinal)) return new Uri(line.Split(' ')[^1]);
        }

        throw new InvalidOperationException(await program.StandardError.ReadToEndAsync(Cancellation));
    }

    private static List<Process> Working(string folder) => [.. Directory.EnumerateDirectories("/proc").Where(entry => WorksBelow(entry, folder)).Select(Running).OfType<Process>()];

    private static bool WorksBelow(string entry, string folder)
    {
        try
        {
            return new FileInfo(Path.Combine(entry, "cwd")).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Process? Running(string entry)
    {
        try
        {
            return Process.GetProcessById(int.Parse(Path.GetFileName(entry), System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
