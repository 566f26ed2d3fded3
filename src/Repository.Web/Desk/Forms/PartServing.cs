using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Resources;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Forms;

/// <summary>
/// What all parts of a form have in common, each on a page of its own. What was written while somebody else saved is shown again beside what they saved; saving
/// it once more keeps it.
/// </summary>
internal sealed class PartServing(DeskForms forms, ListPages list, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public DeskNote Stale => new(texts["Forms.Stale.Part"], IsBad: true);

    public Task<DeskForm?> OpenAsync(HttpContext http) => forms.OpenAsync(http, Act.BuildForms);

    public async Task<bool> SaveAsync(HttpContext http, DeskForm form, IFormCollection sent, FormDefinition changed) =>
        sent.Text("seen") == form.Seen && await forms.SaveAsync(form, changed, http.Person, http.RequestAborted) is not null;

    public async Task<DeskForm> NowAsync(HttpContext http, DeskForm form) => await forms.FindAsync(form.Key, http.RequestAborted) ?? form;

    public static void Leave(HttpContext http, DeskForm form, string anchor) => DeskServing.Lead(http, $"{FormAddress.Of(form.Key)}?done=saved#{anchor}");

    public DeskNote? Saved(HttpContext http) => http.Request.Query["done"] == "saved" ? new DeskNote(texts["Forms.Done.saved"]) : null;

    public PartWords Words(DeskForm form) => new(form.Definition, texts);

    public PartFrame Frame(HttpContext http, DeskForm form, IEnumerable<(string Label, string Text)> mine, IEnumerable<(string Label, string Text)> theirs, ImmutableArray<string> problems) =>
        new(form, serving.Token(http), problems, [.. PartWords.Differing(mine, theirs)]);

    public Task SendAsync(HttpContext http, DeskForm form, string title, View body, DeskNote? note, int status) =>
        serving.SendAsync(http, new DeskPage(title, body) { Scripts = [OutlinePages.Script], Crumbs = [list.Crumb, new DeskCrumb(form.Definition.Name, FormAddress.Of(form.Key))], Note = note }, status);
}

/// <summary>What every part has around it.</summary>
/// <param name="Theirs">What somebody else saved otherwise; none when nobody did.</param>
internal sealed record PartFrame(DeskForm Form, string Token, ImmutableArray<string> Problems, ImmutableArray<(string Label, string Text)> Theirs);
