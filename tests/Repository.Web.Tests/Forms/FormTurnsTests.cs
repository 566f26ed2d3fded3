using System.Globalization;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Tests.Forms;

/// <summary>However many fill in forms at once, only a few are worked on, and nobody is held up by who only waits.</summary>
public sealed class FormTurnsTests
{
    private const int Many = 200;

    private readonly FormTurns _turns = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_many_who_send_at_once_half_of_the_cores_work_for_them()
    {
        var (working, most, done) = (0, 0, 0);
        var counting = new Lock();

        await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => _turns.SendAsync(async () =>
        {
            Work();
            await Task.Yield();
            Work();
        })));

        Assert.InRange(most, 1, Math.Max(1, Environment.ProcessorCount / 2));
        Assert.Equal(2 * Many, done);

        void Work()
        {
            lock (counting) most = Math.Max(most, ++working);
            Thread.SpinWait(20_000);
            lock (counting) (working, done) = (working - 1, done + 1);
        }
    }

    [Fact]
    public async Task who_waits_for_something_holds_up_neither_who_sends_nor_who_opens()
    {
        var arriving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = Enumerable.Range(0, Many).Select(_ => _turns.SendAsync(() => arriving.Task)).ToList();

        await _turns.SendAsync(() => Task.CompletedTask).WaitAsync(Cancellation);
        await _turns.OpenAsync(() => Task.CompletedTask).WaitAsync(Cancellation);

        Assert.DoesNotContain(slow, sending => sending.IsCompleted);
        arriving.SetResult();
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task what_goes_wrong_in_a_turn_is_told_to_whoever_asked_and_the_next_one_has_a_turn()
    {
        var broken = _turns.SendAsync(() => throw new InvalidDataException("broken"));

        await Assert.ThrowsAsync<InvalidDataException>(() => broken);
        await _turns.SendAsync(() => Task.CompletedTask).WaitAsync(Cancellation);
    }

    [Fact]
    public async Task a_turn_speaks_the_language_of_whoever_asked()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-MX");
        var spoken = "";

        await _turns.OpenAsync(() =>
        {
            spoken = CultureInfo.CurrentCulture.Name;
            return Task.CompletedTask;
        });

        Assert.Equal("es-MX", spoken);
    }
}
