using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Forms.Mail;
using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms.Mail;
using Repository.Web.Live;
using Repository.Web.Media.Previews;
using Repository.Web.Media.Texts;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Settings;

/// <summary><c>/desk/settings</c>: how the repository is set up, to be read. The schema itself is changed in its files.</summary>
internal sealed class SettingsPages(ContentSchema schema, IContentStore store, LiveContent live, PreviewDrawing drawing, PdfToText pdf, IFormMail mail, MailOptions options, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public const string SchemaPath = "/desk/settings/schema";
    public const string DictionaryPath = "/desk/settings/dictionary";
    public const string RedirectsPath = "/desk/settings/redirects";

    private DeskCrumb Home => new(texts["Desk.Settings"], DeskAddress.Settings);

    public async Task ShowAsync(HttpContext http)
    {
        if (!await MayAsync(http)) return;
        var head = await store.HeadAsync(http.RequestAborted);
        var model = new HealthModel(schema, live.Current.Count, Math.Max(0, head - live.Current.Cursor), [.. (pdf.Path is null ? [.. drawing.MissingTools, "poppler"] : drawing.MissingTools).Distinct()], Permissions.May(http.Person, Act.ManageUsers, []), options.IsConfigured, await mail.StandingAsync(http.RequestAborted), serving.Token(http));
        await serving.SendAsync(http, new DeskPage(texts["Desk.Settings"], new SettingsView { Model = model }));
    }

    public async Task SchemaAsync(HttpContext http)
    {
        if (!await MayAsync(http)) return;
        await serving.SendAsync(http, new DeskPage(texts["Settings.Schema"], new SchemaView { Model = schema }) { Crumbs = [Home], IsWide = true });
    }

    public async Task TypeAsync(HttpContext http)
    {
        if (!await MayAsync(http)) return;
        var alias = http.Request.RouteValues["alias"] as string;
        if (schema.Types.FirstOrDefault(type => type.Alias == alias) is not { } type)
        {
            await serving.LoseAsync(http);
            return;
        }

        await serving.SendAsync(http, new DeskPage(type.Name, new SchemaTypeView { Model = (type, schema) }) { Crumbs = [Home, new DeskCrumb(texts["Settings.Schema"], SchemaPath)], IsWide = true });
    }

    public async Task DictionaryAsync(HttpContext http)
    {
        if (!await MayAsync(http)) return;
        await serving.SendAsync(http, new DeskPage(texts["Settings.Dictionary"], new DictionaryView { Model = schema }) { Crumbs = [Home], IsWide = true });
    }

    public async Task RedirectsAsync(HttpContext http)
    {
        if (!await MayAsync(http)) return;
        var former = await store.ReadAsync(reader => reader.FormerSegmentsAsync(), http.RequestAborted);
        await serving.SendAsync(http, new DeskPage(texts["Settings.Redirects"], new RedirectsView { Model = RedirectList.Of(http.Request, former, live.Current) }) { Crumbs = [Home], IsWide = true });
    }

    private async Task<bool> MayAsync(HttpContext http)
    {
        if (Permissions.May(http.Person, Act.ManageSettings, [])) return true;
        await serving.ForbidAsync(http);
        return false;
    }
}

/// <param name="Behind">How many lines of the change log the public has not seen yet.</param>
internal sealed record HealthModel(ContentSchema Schema, int Items, long Behind, string[] MissingTools, bool MayManageUsers, bool SendsMail, OutboxStanding Outbox, string Token);
