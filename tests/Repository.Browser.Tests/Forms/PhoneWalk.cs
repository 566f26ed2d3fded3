using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Repository.Core.Forms;
using Repository.Specs.Forms;
using Repository.Testing;

namespace Repository.Browser.Tests.Forms;

/// <summary>Somebody who sends a form from a telephone. Of every step there is a picture in <c>artifacts/pages</c>; what a machine can see of it is looked at here.</summary>
internal sealed class PhoneWalk(IPage page, string name, Form form, Hand hand, bool isByNight)
{
    private const int MostSteps = 8;

    /// <summary>Whatever is pressed or filled in and is lower than a finger is wide; a box counts with its words, a link within a sentence does not.</summary>
    private const string TooSmall =
        """
        () => [...document.querySelectorAll('main :is(form :is(input, select, textarea), button, .button, #errores a)')]
          .filter(element => element.checkVisibility() && !element.closest('.form-trap'))
          .map(element => [element, (element.matches('[type=radio], [type=checkbox]') ? element.closest('label') : element).getBoundingClientRect()])
          .filter(([, box]) => box.height < 44)
          .map(([element, box]) => `${element.tagName} ${element.name ?? ''} ${element.innerText ?? ''} is ${Math.round(box.height)} pixels high`)
        """;

    /// <summary>Whatever is wrong has the same edge, whichever its kind.</summary>
    private const string UnlikeOthers =
        """
        () => [...document.querySelectorAll('main form :is(input, select, textarea)[aria-invalid]:not([type=radio], [type=checkbox])')]
          .filter((field, number, all) => getComputedStyle(field).borderColor !== getComputedStyle(all[0]).borderColor)
          .map(field => `${field.name} does not look wrong`)
        """;

    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };
    private static readonly string Pictures = Path.Combine(ProjectFolder.Find("artifacts"), "pages");

    private readonly BrowserSender _sender = new(page, form, hand);
    private readonly List<string> _found = [];
    private int _pictures;

    public IPage Page => page;

    public IReadOnlyList<string> Found => _found;

    /// <summary>Presses each page once with nothing said, answers what is asked, and goes on to the end: the folio.</summary>
    public async Task<string> SendAsync(FormCase sent)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await _sender.PressAsync("next");
            await LookAsync("errores");
            await _sender.FillAsync(sent);
            await LookAsync("contestado");
            await _sender.PressAsync("next");
            if (await page.QuerySelectorAsync(".form-folio strong") is { } folio)
            {
                await LookAsync("gracias");
                return await folio.InnerTextAsync();
            }
        }

        throw new InvalidOperationException($"The form has no end: {page.Url}");
    }

    /// <summary>Answers what is in sight and keeps it for later: the private address.</summary>
    public async Task<string> SaveAsync(FormCase sent)
    {
        await _sender.FillAsync(sent);
        await _sender.PressAsync("save");
        await LookAsync("guardado");
        return await page.InnerTextAsync("#borrador");
    }

    /// <summary>What has been said already is sent once more.</summary>
    public async Task<string> SendAgainAsync()
    {
        for (var step = 0; step < MostSteps && await page.QuerySelectorAsync(".form-folio strong") is null; step++) await _sender.PressAsync("next");
        return await page.InnerTextAsync(".form-folio strong");
    }

    public async Task FollowAsync(string selector)
    {
        var before = page.Url;
        await _sender.PressAsync(page.Locator(selector).First);
        await page.WaitForURLAsync(url => url != before);
    }

    public async Task LookAsync(string place)
    {
        Directory.CreateDirectory(Pictures);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}-{++_pictures:00}-{place}.png"), FullPage = true });
        var result = await page.RunAxe(isByNight ? Colours : new AxeRunOptions());
        _found.AddRange(result.Violations.Select(violation => $"{place}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html}"));
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (excess > 0) _found.Add($"{place} is too wide by {excess} pixels");
        foreach (var seen in new[] { TooSmall, UnlikeOthers }) _found.AddRange((await page.EvaluateAsync<string[]>(seen)).Select(line => $"{place}: {line}"));
    }
}
