using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms.Mail;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms.Mail;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>To whom a form's letters go, and how the outbox stands.</summary>
internal sealed class LetterPages(DeskForms forms, ListPages list, IFormMail mail, MailOptions options, DeskServing serving, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    private const int MostRecipients = 10;

    public async Task ShowAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var recipients = await mail.RecipientsAsync(form.Key, http.RequestAborted);
        await SendAsync(http, form, string.Join('\n', recipients), http.Request.Query["done"] == "saved" ? new DeskNote(texts["Letters.Done"]) : null);
    }

    public async Task SaveAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var typed = (await http.Request.ReadFormAsync(http.RequestAborted)).Text("recipients");
        ImmutableArray<string> addresses = [.. typed.Split(['\n', ',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (addresses.FirstOrDefault(address => !LetterWriting.IsAddress(address)) is { } wrong)
        {
            await SendAsync(http, form, typed, new DeskNote(texts["Letters.Wrong", wrong], IsBad: true), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (addresses.Length > MostRecipients)
        {
            await SendAsync(http, form, typed, new DeskNote(texts["Letters.TooMany", MostRecipients], IsBad: true), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        await mail.SetRecipientsAsync(form.Key, addresses, http.RequestAborted);
        DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}/letters?done=saved");
    }

    /// <summary>Tries again what was given up.</summary>
    public async Task ReviveAsync(HttpContext http)
    {
        if (!Permissions.May(http.Person, Act.ManageSettings, []))
        {
            await serving.ForbidAsync(http);
            return;
        }

        await mail.ReviveAsync(clock.GetUtcNow(), http.RequestAborted);
        DeskServing.Lead(http, DeskAddress.Settings);
    }

    private Task SendAsync(HttpContext http, DeskForm form, string recipients, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var model = new LettersModel(form, recipients, options.IsConfigured, serving.Token(http), Permissions.May(http.Person, Act.ReadEntries, []));
        return serving.SendAsync(http, new DeskPage(form.Definition.Name, new LettersView { Model = model }) { Crumbs = [list.Crumb], Note = note, IsWide = true }, status);
    }
}

internal sealed record LettersModel(DeskForm Form, string Recipients, bool IsConfigured, string Token, bool MayRead)
{
    public FormTabs Tabs => new(Form, "letters", MayBuild: true, MayRead);

    public bool Acknowledges => Form.Definition.Fields().Any(Acknowledging.IsMeant);
}
