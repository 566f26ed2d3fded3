using Repository.Core.Publishing;

namespace Repository.Core.Tests.Publishing;

public sealed class KeepsakeTests
{
    [Fact]
    public async Task whoever_derives_at_the_same_time_keeps_the_same_thing()
    {
        const int Readers = 4;
        for (var round = 0; round < 200; round++)
        {
            var keepsake = new Keepsake();
            using var together = new Barrier(Readers);

            var kept = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
                () => keepsake.Get("es-MX", together, static together =>
                {
                    together.SignalAndWait();
                    return new object();
                }),
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.Single(kept.Append(keepsake.Get("es-MX", 0, static _ => new object())).Distinct());
        }
    }

    [Fact]
    public void things_of_other_cultures_and_types_stand_beside_each_other()
    {
        var keepsake = new Keepsake();

        Assert.Equal("uno", keepsake.Get("es-MX", 0, static _ => "uno"));
        Assert.Equal("one", keepsake.Get("en", 0, static _ => "one"));
        Assert.Equal([1], keepsake.Get("en", 0, static _ => new[] { 1 }));
        Assert.Equal("uno", keepsake.Get("es-MX", 0, static _ => "dos"));
    }
}
