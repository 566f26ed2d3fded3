using Repository.Core.Forms;
using Repository.Core.Workflow;
using Repository.Web.Desk.Editing;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Forms.Receiving;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Serving;

namespace Repository.Web.Desk.Forms;

/// <summary><c>/desk/forms/{form}/preview</c>: the form as the public would see it, as it is being written now, to be filled in without anything being kept.</summary>
internal sealed class TrialPages(DeskForms forms, ListPages list, PreviewServing site, DeskServing serving)
{
    public async Task FrameAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        var width = PreviewFrame.Widths.Contains(http.Request.Query["width"].ToString()) ? http.Request.Query["width"].ToString() : PreviewFrame.Widths[^1];
        var model = new TrialModel(form, form.Problems.IsEmpty ? new PreviewFrame(Address(form), width) : null, Permissions.May(http.Person, Act.ReadEntries, []));
        await serving.SendAsync(http, new DeskPage(form.Definition.Name, new TrialView { Model = model }) { Crumbs = [list.Crumb], IsWide = true });
    }

    public async Task PageAsync(HttpContext http)
    {
        if (await forms.OpenAsync(http, Act.BuildForms) is not { } form) return;
        if (Form.Compile(form.Definition) is not FormCompilation.Built built)
        {
            await serving.SendAsync(http, DeskPage.Notice("Forms.Trial.None"), StatusCodes.Status404NotFound);
            return;
        }

        var sent = HttpMethods.IsPost(http.Request.Method) ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        await site.TryAsync(http, reader =>
        {
            var trial = new FormTrial(built.Form, reader, $"{Address(form)}/page");
            return sent is null ? trial.Begin() : trial.Take(Posted(sent), sent.Files.Where(file => file.FileName.Length > 0).Select(Named));
        });
    }

    private static string Address(DeskForm form) => $"{FormAddress.Of(form.Key)}/preview";

    private static PostedForm Posted(IFormCollection sent) =>
        new([.. from pair in sent from value in pair.Value select KeyValuePair.Create(pair.Key, (value ?? "").ReplaceLineEndings("\n"))], []);

    private static KeptUpload Named(IFormFile file) => new(file.Name, Guid.NewGuid(), Core.Forms.Kinds.FileUpload.FileTitle(file.FileName), "", file.Length, "");
}

/// <param name="Frame">Null while the form does not hold together.</param>
internal sealed record TrialModel(DeskForm Form, PreviewFrame? Frame, bool MayRead)
{
    public FormTabs Tabs => new(Form, "try", MayBuild: true, MayRead);
}
