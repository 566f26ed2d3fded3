using Microsoft.Extensions.Localization;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Tree;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Translating;

/// <summary><c>/desk/translations</c>: what waits to be translated.</summary>
internal sealed class TranslationPages(DraftReaders readers, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var title = texts["Translate.Title"];
        await serving.SendAsync(http, TranslationQueue.Of(http.Request, reader) is { } queue
            ? new DeskPage(title, new TranslationQueueView { Model = queue }) { IsWide = true }
            : new DeskPage(title, new NoWorkView { Model = "Translate.OneLanguage" }));
    }
}
