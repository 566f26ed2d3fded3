using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Repository.Core.Content;
using Repository.Web.Operations;

namespace Repository.Web.Tests.Operations;

/// <summary>What is done again and again outlives its failures, and ends when it is asked to.</summary>
public sealed class HeartbeatTests : IDisposable
{
    private readonly Written _log = new();
    private readonly SemaphoreSlim _beats = new(0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _beats.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task what_fails_is_told_and_done_again_at_the_next_beat(Exception failure, LogLevel level)
    {
        using var stop = new CancellationTokenSource();
        var (again, calls) = (new TaskCompletionSource(), 0);

        var beating = new Heartbeat(_log).RunAsync(Work, _beats.WaitAsync, stop.Token);
        _beats.Release();
        await again.Task.WaitAsync(Cancellation);
        await stop.CancelAsync();
        await beating;

        Assert.Equal([level], _log.Lines);

        Task Work(CancellationToken cancellation)
        {
            if (++calls == 1) throw failure;
            again.SetResult();
            return Task.CompletedTask;
        }
    }

    public static TheoryData<Exception, LogLevel> Failures() => new()
    {
        { new StoreUnavailableException("away", new IOException()), LogLevel.Warning },
        { new InvalidOperationException("a mistake"), LogLevel.Error },
        // A server that took too long: nobody asked this program to stop.
        { new TaskCanceledException(), LogLevel.Error },
    };

    [Fact]
    public async Task an_outage_of_many_beats_is_one_line_and_the_next_one_another()
    {
        using var stop = new CancellationTokenSource();
        var outcomes = new ConcurrentQueue<bool>([false, false, false, true, false]);

        _beats.Release(outcomes.Count);
        var over = new TaskCompletionSource();
        var beating = new Heartbeat(_log).RunAsync(Work, _beats.WaitAsync, stop.Token);
        await over.Task.WaitAsync(Cancellation);
        await stop.CancelAsync();
        await beating;

        Assert.Equal([LogLevel.Warning, LogLevel.Warning], _log.Lines);

        Task Work(CancellationToken cancellation)
        {
            if (!outcomes.TryDequeue(out var works)) over.TrySetResult();
            else if (!works) throw new StoreUnavailableException("away", new IOException());
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task asked_to_stop_at_work_or_between_it_ends_without_a_word(bool atWork)
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();

        var beating = new Heartbeat(_log).RunAsync(Work, Pause, stop.Token);
        await begun.Task.WaitAsync(Cancellation);
        await stop.CancelAsync();
        await beating;

        Assert.True(beating.IsCompletedSuccessfully);
        Assert.Empty(_log.Lines);

        Task Work(CancellationToken cancellation) => atWork ? WaitAsync(cancellation) : Task.CompletedTask;

        Task Pause(CancellationToken cancellation) => WaitAsync(cancellation);

        Task WaitAsync(CancellationToken cancellation)
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        }
    }

    private sealed class Written : ILogger
    {
        public ConcurrentQueue<LogLevel> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(logLevel);
    }
}
