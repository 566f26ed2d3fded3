using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Participating;

/// <summary>
/// A form as whoever fills it in goes through it, for whoever writes it: the same pages, conditions and errors, and nothing is kept. What was answered travels
/// along in the page, and of files only their names and sizes.
/// </summary>
internal sealed class FormTrial(Form form, SiteReader reader, string action)
{
    private const int MostFiles = 60;

    public SitePage Begin() => Asking(FormPages.Of(form, reader, new Submission([])), []);

    public SitePage Take(PostedForm posted, IEnumerable<KeptUpload> fresh)
    {
        var act = posted[FormModel.StepInput];
        var files = Carried(posted[FormModel.TokenInput]).Concat(fresh).Take(MostFiles).Where(file => act != $"{FormModel.Remove}{file.Key:d}" && act != $"{FormModel.Remove}{file.Key}").ToImmutableArray();
        var read = FormPost.Read(form, posted.Answers, files.Select(file => KeyValuePair.Create(file.Alias, new UploadedFile(file.Key, file.Name, file.MediaType, file.Length))));
        var model = FormPages.Of(form, reader, new Submission(read.Inputs.Where(input => form.Find(input.Key) is not null)));
        if (int.TryParse(posted[FormModel.PageInput], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && model.Visible.Contains(page)) model = model with { Page = page };

        if (act.StartsWith(FormModel.Remove, StringComparison.Ordinal)) return Asking(model, files);
        if (act == FormModel.Back) return Asking(model with { Page = model.Visible.LastOrDefault(other => other < model.Page, model.Page), IsStep = true }, files);
        if (act == FormModel.Save) return Asking(model with { Notices = [reader.Texts["Form.Trial.Save"]] }, files);
        return GoOn(model, posted, files);
    }

    private SitePage GoOn(FormModel model, PostedForm posted, ImmutableArray<KeptUpload> files)
    {
        var appeared = Appeared(model, posted[FormModel.ShownInput]);
        var errors = model.Filled.ErrorsOf(model.Page).RemoveRange(appeared);
        if (!errors.IsEmpty || !appeared.IsEmpty) return Asking(model with { Errors = errors, Appeared = appeared }, files);
        if (model.Visible.Cast<int?>().FirstOrDefault(other => other > model.Page) is { } next) return Asking(model with { Page = next, IsStep = true }, files);
        return model.Filled.Result() switch
        {
            SubmissionResult.Refused refused => Asking(model with { Errors = refused.Errors, Page = FirstWrong(refused, model.Page) }, files),
            SubmissionResult.Accepted accepted => Done(accepted),
            _ => throw new InvalidOperationException("A form is accepted or refused."),
        };
    }

    private ImmutableArray<string> Appeared(FormModel model, string sent)
    {
        var shown = sent.Split(',').ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from bound in form.Fields
               where bound.Page == model.Page && bound.Kind.TakesAnswers && model.Filled.IsVisible(bound.Field) && !shown.Contains(bound.Field.Alias)
               select bound.Field.Alias,
        ];
    }

    private int FirstWrong(SubmissionResult.Refused refused, int here) => refused.Errors.Keys.Select(form.Find).OfType<BoundField>().Select(bound => bound.Page).DefaultIfEmpty(here).Min();

    /// <summary>What would have been kept, in the words in which it was asked.</summary>
    private SitePage Done(SubmissionResult.Accepted accepted)
    {
        var told = AskedAnswers.Of(form.Definition, accepted.Answers, LivePlaces.Of(reader.Snapshot)).SelectMany(page => page.Questions)
            .Where(question => !question.Lines.IsEmpty)
            .Select(question => $"{question.Field.Caption} {string.Join(" · ", question.Lines.Select(line => line.Label.Length > 0 ? $"{line.Label} {line.Text}" : line.Text))}");
        var end = new FormEndModel(reader.Texts["Form.Trial.Done"], [reader.Texts["Form.Trial.DoneAbout"], .. told])
        {
            IsDone = true,
            Onward = new SeenLink(reader.Texts["Form.Anew"], action, null),
        };
        return Page(new FormEndView { Model = end });
    }

    private SitePage Asking(FormModel model, ImmutableArray<KeptUpload> files) => Page(new FormView { Model = model with { Action = action, Token = Carry(files), Uploads = files } });

    private SitePage Page(View body) => new(new PageHead(form.Definition.Name) { HasForm = true, IsHidden = true }, new FormTrialView { Model = (form.Definition.Name, body) });

    private static string Carry(IEnumerable<KeptUpload> files) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(
        '\n', files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Key:d}\t{file.Alias}\t{file.Name}\t{file.Length}")))));

    private static IEnumerable<KeptUpload> Carried(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length)) yield break;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, length).Split('\n'))
        {
            if (line.Split('\t') is [var key, var alias, var name, var size] && Guid.TryParse(key, out var known) && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var most))
            {
                yield return new KeptUpload(alias, known, name, "", most, "");
            }
        }
    }
}
