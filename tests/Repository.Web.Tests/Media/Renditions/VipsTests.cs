using System.Diagnostics;
using Repository.Testing;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Tests.Media.Renditions;

/// <summary>What a decoder may use, told by a program in its place.</summary>
public sealed class VipsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task a_decoder_has_limits_and_knows_nothing_of_the_site()
    {
        Environment.SetEnvironmentVariable("Repository__Secret", "secreto");
        _folder.Script(Vips.Program, """echo "$(ulimit -v) $(ulimit -t) $(nice) ${Repository__Secret-nothing} ${VIPS_BLOCK_UNTRUSTED-open} $1" >&2; exit 4""");

        var strict = await RunAsync(fromOutside: true);
        var own = await RunAsync(fromOutside: false);

        Assert.Equal("It ended with 4: 2500000 40 19 nothing 1 copy", strict);
        Assert.Equal("It ended with 4: 2500000 40 19 nothing open copy", own);
    }

    [Fact]
    public async Task endless_complaints_are_cut_short()
    {
        _folder.Script(Vips.Program, "head -c 5000000 /dev/zero | tr '\\0' x >&2; exit 1");

        var complaint = await RunAsync(fromOutside: true);

        Assert.InRange(complaint!.Length, 100, 1100);
    }

    [Fact]
    public async Task when_the_site_ends_the_decoder_ends()
    {
        _folder.Script(Vips.Program, "echo $$ >pid.part; mv pid.part pid; exec sleep 600");
        using var closing = new CancellationTokenSource();
        var running = Program().RunAsync(_folder.Path, ["copy"], fromOutside: true, closing.Token);
        await Patience.UntilAsync(() => File.Exists(_folder.File("pid")), TestContext.Current.CancellationToken);

        await closing.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(_folder.File("pid")), System.Globalization.CultureInfo.InvariantCulture)));
    }

    public void Dispose() => _folder.Dispose();

    private Vips Program() => new($"{_folder.Path}:/usr/bin:/bin");

    private Task<string?> RunAsync(bool fromOutside) => Program().RunAsync(_folder.Path, ["copy"], fromOutside, TestContext.Current.CancellationToken);
}
