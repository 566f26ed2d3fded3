using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk;

/// <summary>A hand that takes things by their grip.</summary>
internal static class Grips
{
    extension(IPage page)
    {
        /// <summary>Lets go on the upper half of something, so that what was taken stands before it.</summary>
        public async Task DragGripAsync(string what, string onto)
        {
            var from = await page.MiddleOfAsync($"{what} .grip");
            var to = await page.TopOfAsync(onto);
            await page.Mouse.MoveAsync(from.X, from.Y);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(to.X, (from.Y + to.Y) / 2);
            await page.Mouse.MoveAsync(to.X, to.Y);
            await page.Mouse.UpAsync();
        }

        /// <summary>The same with a finger, up to how it ends: lifted, or interrupted by something else.</summary>
        public async Task TouchGripAsync(ICDPSession touch, string what, string onto, string end)
        {
            var (from, to) = (await page.MiddleOfAsync($"{what} .grip"), await page.TopOfAsync(onto));
            foreach (var (kind, x, y) in new[] { ("touchStart", from.X, from.Y), ("touchMove", from.X, (from.Y + to.Y) / 2), ("touchMove", to.X, to.Y) })
            {
                await touch.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = kind, ["touchPoints"] = new[] { new { x, y } } });
            }

            await touch.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = end, ["touchPoints"] = Array.Empty<object>() });
        }

        public async Task<(float X, float Y)> MiddleOfAsync(string what)
        {
            var thing = page.Locator(what).First;
            await thing.ScrollIntoViewIfNeededAsync();
            var box = (await thing.BoundingBoxAsync())!;
            return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        }

        public async Task<(float X, float Y)> TopOfAsync(string what)
        {
            var box = (await page.Locator(what).First.BoundingBoxAsync())!;
            return (box.X + (box.Width / 2), box.Y + 3);
        }
    }
}
