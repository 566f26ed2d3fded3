using Microsoft.Playwright;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Specs.Forms;

namespace Repository.Browser.Tests.Forms;

/// <summary>A person with a browser that runs scripts: answers what is in sight, in its order, and presses the button.</summary>
internal sealed class BrowserSender(IPage page, Form? asked = null, Hand hand = Hand.Mouse)
{
    private const int MostSteps = 12;

    public IPage Page => page;

    public async Task<FormOutcome> SendAsync(FormCase sent)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await FillAsync(sent);
            await AddStrangeAsync(sent);
            await PressAsync("next");
            if (await page.QuerySelectorAsync(".form-folio strong") is { } folio) return new FormOutcome(await folio.InnerTextAsync(), []);
            if (await page.QuerySelectorAsync("#errores") is not null) return new FormOutcome(null, await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#errores li')].map(line => line.dataset.alias)"));
        }

        throw new InvalidOperationException("The form has no end.");
    }

    public async Task PressAsync(string button)
    {
        await page.EvaluateAsync("document.body.dataset.before = ''");
        await PressAsync(page.Locator($"button[name='_step'][value='{button}']"));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete' && !('before' in document.body.dataset)");
    }

    public async Task PressAsync(ILocator what)
    {
        if (hand == Hand.Mouse) await what.ClickAsync();
        else if (hand == Hand.Finger) await what.TapAsync();
        else await what.PressAsync("Enter");
    }

    /// <summary>Question by question: what one answer calls up is in sight when its turn comes.</summary>
    public async Task FillAsync(FormCase sent)
    {
        foreach (var bound in (asked ?? EveryKindForm.Form).Fields)
        {
            string[] texts = [.. sent.TextsOf(bound.Field.Alias)];
            var files = sent.Files.Where(file => file.Alias == bound.Field.Alias).ToList();
            if (texts.Length == 0 && files.Count == 0) continue;
            var wrapper = page.Locator($"[data-field='{bound.Field.Alias}']");
            if (await wrapper.CountAsync() == 0 || !await wrapper.IsVisibleAsync()) continue;
            await AnswerAsync(wrapper, bound, texts);
            if (files.Count > 0 && await wrapper.Locator(".form-kept").CountAsync() == 0)
            {
                await wrapper.Locator("input[type=file]").SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "application/pdf", Buffer = file.Bytes }));
            }
        }
    }

    private async Task AnswerAsync(ILocator wrapper, BoundField bound, string[] texts)
    {
        if (texts.Length == 0) return;
        var alias = bound.Field.Alias;
        if (await wrapper.Locator("input[type=radio], input[type=checkbox]").CountAsync() > 0)
        {
            foreach (var text in texts)
            {
                var (name, value) = bound.Kind is RatingMatrix && text.Split('=') is [var row, var mark] ? ($"{alias}.{row}", mark) : (alias, text);
                await ChooseAsync(wrapper, name, value, alias, text);
            }
        }
        else if (bound.Kind is FileUpload) await ForceAsync(wrapper, alias, texts[0]);
        else if (bound.Kind is Ranking)
        {
            for (var place = 0; place < texts.Length; place++) await SelectAsync(wrapper, $"{alias}.{place + 1}", texts[place], alias);
        }
        else if (await wrapper.Locator("select").CountAsync() > 0) await SelectAsync(wrapper, alias, texts[0], alias);
        else
        {
            // Not every browser has inputs for dates and months: then they are written.
            if (bound.Kind is DateField) await wrapper.Locator("input").EvaluateAsync("input => { input.type = 'text'; }");
            await wrapper.Locator("input, textarea").FillAsync(texts[0]);
            foreach (var more in texts.Skip(1)) await ForceAsync(wrapper, alias, more);
        }
    }

    private async Task ChooseAsync(ILocator wrapper, string name, string value, string alias, string text)
    {
        var input = wrapper.Locator($"input[name='{name}'][value='{value}']");
        if (text.Length == 0) return;
        if (await input.CountAsync() == 0) await ForceAsync(wrapper, alias, text);
        else if (await input.GetAttributeAsync("type") == "radio" && await wrapper.Locator($"input[name='{name}']:checked").CountAsync() > 0 && !await input.IsCheckedAsync()) await ForceAsync(wrapper, name, value);
        else await TickAsync(input);
    }

    private static async Task SelectAsync(ILocator wrapper, string name, string value, string alias)
    {
        var select = wrapper.Locator($"select[name='{name}']");
        if (await select.CountAsync() == 0) await ForceAsync(wrapper, alias, value);
        else
        {
            // What is not offered is offered by hand.
            await select.EvaluateAsync("(select, value) => { if (![...select.options].some(option => option.value === value)) select.add(new Option(value, value)); }", value);
            await select.SelectOptionAsync(value);
        }
    }

    /// <summary>Sends what the page has no input for, as somebody does who changes it by hand.</summary>
    private static async Task ForceAsync(ILocator wrapper, string name, string value) => await wrapper.EvaluateAsync(
        "(wrapper, [name, value]) => { const input = document.createElement('input'); input.type = 'hidden'; input.name = name; input.value = value; wrapper.append(input); wrapper.dispatchEvent(new Event('input', { bubbles: true })); }",
        new[] { name, value });

    private async Task TickAsync(ILocator box)
    {
        if (await box.IsCheckedAsync()) return;
        if (hand == Hand.Mouse) await box.CheckAsync();
        else if (hand == Hand.Finger) await box.TapAsync();
        else await box.PressAsync("Space");
    }

    private async Task AddStrangeAsync(FormCase sent)
    {
        if (await page.QuerySelectorAsync("[data-field='aviso']") is null) return;
        foreach (var (alias, texts) in sent.Strange)
        {
            await page.EvaluateAsync(
                "([alias, text]) => { const input = document.createElement('input'); input.type = 'hidden'; input.name = alias; input.value = text; document.querySelector('form[data-form]').append(input); }",
                new[] { alias, texts[0] });
        }
    }
}
