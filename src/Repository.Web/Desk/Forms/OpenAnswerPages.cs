using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Results;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms.Results;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary><c>/desk/forms/{form}/open</c>: what people wrote in a survey in their own words, for somebody to say which of it the public may read.</summary>
internal sealed class OpenAnswerPages(
    DeskForms forms, ListPages list, IEntryStore entries, IResultStore results, EntryTrail trail, ResultPublishing publishing, DeskServing serving, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    private const int AtOnce = 40;

    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not { } form) return;
        var asked = http.Request.Query["show"].ToString();
        var shown = asked is "shown" or "aside" ? asked : "";
        var decisions = (await results.DecisionsAsync(form.Key, http.RequestAborted)).ToDictionary(decision => (decision.Entry, decision.Alias));
        var found = new List<ReadAnswer>();
        var (more, fields) = (false, await FieldsAsync(form, http.RequestAborted));
        await foreach (var entry in entries.ReadAsync(form.Key, OpenAnswers.Counted, http.RequestAborted))
        {
            foreach (var field in fields.Where(field => entry.Answers.Text(field.Alias).Length > 0 && Kind(decisions.GetValueOrDefault((entry.Key, field.Alias))) == shown))
            {
                if (found.Count < AtOnce) found.Add(new ReadAnswer(entry.Key, entry.Folio, field, entry.Answers.Text(field.Alias)));
                else more = true;
            }

            if (more) break;
        }

        if (found.Count > 0) await trail.TellAsync(http, AccessAct.Read, form.Key, null, texts["Open.Title"]);
        var model = new OpenAnswerListModel(form, shown, [.. found], more, serving.Token(http), Permissions.May(http.Person, Act.BuildForms, []));
        await serving.SendAsync(http, new DeskPage(form.Definition.Name, new OpenAnswersView { Model = model }) { Crumbs = [list.Crumb], IsWide = true });
    }

    /// <summary>One answer at a time: whoever says "this may be read" has read it.</summary>
    public async Task DecideAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not { } form) return;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var (alias, isShown) = (sent.Text("alias"), sent.Text("deed") == "show");
        var entry = Guid.TryParse(sent.Text("entry"), out var key) ? await entries.FindAsync(key, http.RequestAborted) : null;
        if (entry is null || entry.Form != form.Key || (await FieldsAsync(form, http.RequestAborted)).All(field => field.Alias != alias))
        {
            await serving.LoseAsync(http);
            return;
        }

        await results.DecideAsync(new OpenAnswerDecision(entry.Key, alias, isShown, http.Person.By, clock.GetUtcNow()), http.RequestAborted);
        await publishing.RunAsync(http.RequestAborted);
        DeskServing.Lead(http, FormAddress.Open(form.Key, sent.Text("show")));
    }

    /// <summary>Only a survey has results.</summary>
    private async Task<DeskForm?> OpenAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.ReadEntries) is not { } form) return null;
        if (form.Definition.Purpose == FormPurpose.Survey && form.Head is not null) return form;
        await serving.LoseAsync(http);
        return null;
    }

    private async Task<ImmutableArray<FormField>> FieldsAsync(DeskForm form, CancellationToken cancellation) =>
        form.Head is { } head && Form.Compile(head.Version.Definition) is FormCompilation.Built built ? [.. OpenAnswers.Fields(await AskedVersions.OfAsync(entries, built.Form, cancellation))] : [];

    private static string Kind(OpenAnswerDecision? decision) => decision switch
    {
        null => "",
        { Shown: true } => "shown",
        _ => "aside",
    };
}

/// <summary>An answer somebody is to read.</summary>
internal sealed record ReadAnswer(Guid Entry, string Folio, FormField Field, string Text);

/// <param name="Shown">Which answers: those nobody has decided about, those that are shown, or those set aside.</param>
internal sealed record OpenAnswerListModel(DeskForm Form, string Shown, ImmutableArray<ReadAnswer> Answers, bool HasMore, string Token, bool MayBuild)
{
    public FormTabs Tabs => new(Form, "open", MayBuild, MayRead: true);
}
