using Repository.Testing;

namespace Repository.Web.Tests.Media;

/// <summary>Alone, for it counts what the whole process allocates.</summary>
[CollectionDefinition(nameof(IntakeMemoryTests), DisableParallelization = true)]
[Collection(nameof(IntakeMemoryTests))]
public sealed class IntakeMemoryTests
{
    [Fact]
    public async Task a_large_film_takes_no_memory_worth_mentioning()
    {
        using var intake = new AnIntake();
        using var film = new EndlessStream(start: RealFiles.Bytes("video.mp4")[..32], length: 100_000_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await intake.Intake.TakeAsync(film, "a.mp4", TestContext.Current.CancellationToken);

        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 20_000_000);
    }
}
