using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary><c>/desk/forms/{form}</c>: what a form asks, in its order; moving, adding and removing; and putting it into force.</summary>
internal sealed class OutlinePages(DeskForms forms, ListPages list, PageChoice pages, PeopleNames people, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    /// <summary>Lets what stands in a list be taken by hand.</summary>
    public const string Script = "desk-forms.js";

    private static readonly string[] Deeds = ["saved", "moved", "removed", "undone", "published", "discarded"];

    public async Task ShowAsync(HttpContext http)
    {
        // Whoever only reads entries has nothing to see here but them.
        if (!Permissions.May(http.Person, Act.BuildForms, []) && Permissions.May(http.Person, Act.ReadEntries, []))
        {
            DeskServing.Lead(http, FormAddress.Entries(Guid.Parse((string)http.Request.RouteValues["form"]!)));
            return;
        }

        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var deed = Deeds.FirstOrDefault(known => http.Request.Query["done"] == known);
        await SendAsync(http, form, deed is null ? null : new DeskNote(texts[$"Forms.Done.{deed}"]));
    }

    /// <summary>A button of the outline. Whoever pressed it while somebody else was writing looks first at what there is now.</summary>
    public async Task StepAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var (changed, anchor) = FormStep.Take(form.Definition, sent.Text("do"));
        if (sent.Text("seen") != form.Seen || (changed != form.Definition && await forms.SaveAsync(form, changed, http.Person, http.RequestAborted) is null))
        {
            await SendStaleAsync(http, form);
            return;
        }

        DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}?done={(FormStep.Removes(sent.Text("do")) ? "removed" : "moved")}#{anchor}");
    }

    /// <summary>Takes the last step back, whoever took it; once more, and it is taken again.</summary>
    public async Task UndoAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (sent.Text("seen") != form.Seen || form.Former is not { } former || await forms.SaveAsync(form, former, http.Person, http.RequestAborted) is null) await SendStaleAsync(http, form);
        else DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}?done=undone");
    }

    public async Task PublishAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Form.Compile(form.Definition) is not FormCompilation.Built built)
        {
            await SendAsync(http, form, new DeskNote(texts["Forms.Unfit"], IsBad: true), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (sent.Text("seen") != form.Seen || await forms.PublishAsync(form, built.Form, http.Person, http.RequestAborted) is null) await SendStaleAsync(http, form);
        else DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}?done=published");
    }

    /// <summary>Lets go what is being written: the form in force stays, and one that never was in force is gone.</summary>
    public async Task DiscardAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (sent.Text("seen") != form.Seen || !await forms.DropAsync(form, http.RequestAborted)) await SendStaleAsync(http, form);
        else DeskServing.Lead(http, form.Head is null ? $"{DeskAddress.Forms}?done=dropped" : $"{FormAddress.Of(form.Key)}?done=discarded");
    }

    private async Task SendStaleAsync(HttpContext http, DeskForm form)
    {
        var now = await forms.FindAsync(form.Key, http.RequestAborted);
        if (now is null) await serving.LoseAsync(http);
        else await SendAsync(http, now, new DeskNote(texts["Forms.Stale.Step"], IsBad: true), StatusCodes.Status409Conflict);
    }

    private async Task SendAsync(HttpContext http, DeskForm form, DeskNote? note, int status = StatusCodes.Status200OK)
    {
        var model = new OutlineModel(form, serving.Token(http), await people.OfAsync(http), Permissions.May(http.Person, Act.ReadEntries, [])) { Pages = pages.With(form.Key) };
        var page = new DeskPage(form.Definition.Name, new OutlineView { Model = model }) { Crumbs = [list.Crumb], Note = note, IsWide = true, Scripts = [Script] };
        await serving.SendAsync(http, page, status);
    }
}

internal sealed record OutlineModel(DeskForm Form, string Token, DeskPeople People, bool MayRead)
{
    /// <summary>Where people find it.</summary>
    public ImmutableArray<OfferedPage> Pages { get; init; } = [];

    public FormTabs Tabs => new(Form, "questions", MayBuild: true, MayRead);
}

/// <summary>The rooms of a form, by what one may do.</summary>
internal sealed record FormTabs(DeskForm Form, string Here, bool MayBuild, bool MayRead);
