using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Site.Participating;

/// <summary>Puts together what was said on a page of a form and on those before it.</summary>
internal sealed class FormSteps(EntryDoor door, UploadTaking uploads)
{
    private const int MostUploads = 60;

    public FormStep Of(FormVisit visit, PostedForm posted)
    {
        var form = visit.Live.Form;
        var known = door.TicketOf(visit.Http, form.Definition.Key, posted[FormModel.TokenInput]);
        var ticket = known ?? door.NewTicket(visit.Http, visit.Live, visit.Path) with { Content = visit.About };
        if (known is null) uploads.Drop(posted.Uploads.Select(upload => upload.File));
        var fresh = known is null ? [] : posted.Uploads.Where(upload => upload.Refusal is null).ToList();
        var kept = KeptWith(form, ticket.Uploads, fresh, posted[FormModel.StepInput]);
        ticket = ticket with { Uploads = kept, Hash = form.Hash };
        var files = kept.Select(upload => KeyValuePair.Create(upload.Alias, new UploadedFile(upload.Key, upload.Name, upload.MediaType, upload.Length)))
            .Concat(fresh.Where(upload => upload.File.Key == Guid.Empty).Select(upload => KeyValuePair.Create(upload.Alias, upload.File)));
        var submission = FormPost.Read(form, posted.Answers, files);
        var hasChanged = known is not null && known.Hash != form.Hash;
        if (hasChanged || known is null) submission = new Submission(submission.Inputs.Where(input => form.Find(input.Key) is not null));
        var sent = new SentForm
        {
            Live = visit.Live,
            Submission = submission,
            Places = LivePlaces.Of(visit.Reader.Snapshot),
            Culture = visit.Reader.Culture,
            Content = ticket.Content,
            Attempt = $"page:{ticket.Attempt:n}",
            Link = EntryDoor.HasLink(form.Definition) ? ticket.Link : null,
            Hashes = kept.ToDictionary(upload => upload.Key, upload => upload.Hash),
            Refused = [.. posted.Uploads.Where(upload => known is not null && upload.Refusal is not null)],
        };
        var model = new FormModel { Form = form, Submission = submission, Filled = sent.Filled, Reader = visit.Reader, Page = PageOf(posted, sent.Filled), Notices = hasChanged ? [visit.Reader.Texts["Form.Changed"]] : [] };
        return new FormStep(visit, posted, ticket, sent, model, IsOurs: known is not null);
    }

    /// <summary>Where only one file goes, a new one takes the place of the old.</summary>
    private static ImmutableArray<KeptUpload> KeptWith(Form form, ImmutableArray<KeptUpload> kept, List<TakenUpload> fresh, string act)
    {
        foreach (var upload in fresh.Where(upload => upload.File.Key != Guid.Empty))
        {
            var isSingle = form.Find(upload.Alias) is { } bound && !FileUpload.Options(bound.Field).AllowMultiple;
            if (isSingle) kept = kept.RemoveAll(older => older.Alias == upload.Alias);
            if (kept.Length < MostUploads) kept = kept.Add(new KeptUpload(upload.Alias, upload.File.Key, upload.File.Name, upload.File.MediaType, upload.File.Length, upload.Hash));
        }

        return act.StartsWith(FormModel.Remove, StringComparison.Ordinal) && Guid.TryParse(act[FormModel.Remove.Length..], out var removed) ? kept.RemoveAll(upload => upload.Key == removed) : kept;
    }

    private static int PageOf(PostedForm posted, FilledForm filled)
    {
        int[] visible = [.. filled.VisiblePages];
        return int.TryParse(posted[FormModel.PageInput], out var page) && visible.Contains(page) ? page : visible.FirstOrDefault();
    }
}
