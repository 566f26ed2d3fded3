using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk;

/// <summary>Waiting for a page that an act leads to, even when its address stays the same.</summary>
internal static class Loads
{
    public static async Task RunAndWaitForLoadAsync(this IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        page.Load += Tell;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Tell;
        void Tell(object? sender, IPage of) => loaded.TrySetResult();
    }
}
