using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Forms.Results;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Pages.Surveys;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Participating;

/// <summary>
/// Answers the pages with a form: page after page, without scripts, nothing lost on the way. What was answered before travels along in the page; files lie on
/// the disk already; the server decides every condition anew at every step.
/// </summary>
internal sealed class FormServing(
    FormBook book,
    EntryDoor door,
    EntryReceiving receiving,
    EntryReceipts receipts,
    PostReading reading,
    FormSteps steps,
    ResultBook results,
    IEnumerable<IEntryTelling> tellers)
{
    private const string SentParameter = "enviado";

    /// <summary>Null when the browser was led elsewhere.</summary>
    public async Task<SitePage?> AnswerAsync(HttpContext http, SiteReader reader, SeenItem item)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        var page = new ItemRequest(reader, item, http.Request.Query);
        if (PublishedForms.FormOf(item.Item) is not { } key || book.Find(key) is not { } live) return FormPages.None(page);
        var visit = new FormVisit(http, page, live) { Results = results.Find(key) is null ? null : item.Path + SurveyPlace.Segment };
        return HttpMethods.IsPost(http.Request.Method) ? await TakeAsync(visit) : await BeginAsync(visit);
    }

    /// <summary>The first page of a form, as whoever writes it wants to see it.</summary>
    public SitePage Preview(ItemRequest page)
    {
        if (PublishedForms.FormOf(page.Item.Item) is not { } key || book.Find(key) is not { } live) return FormPages.None(page);
        return FormPages.Asking(page, FormPages.Of(live.Form, page.Reader, new Submission([])));
    }

    private async Task<SitePage?> BeginAsync(FormVisit visit)
    {
        var (http, reader) = (visit.Http, visit.Reader);
        if (visit.Query(SentParameter) is not null) return FormPages.Thanks(visit, receipts.Read(http));
        if (visit.Live.Definition.Purpose == FormPurpose.Survey && EntryReceipts.HasAnswered(http) && visit.Query(FormPages.AnotherParameter) is null) return FormPages.Answered(visit);
        var begun = visit.Query(EntryDoor.LinkParameter) is { } link ? await receiving.FindAsync(link, http.RequestAborted) : null;
        if (visit.Query(EntryDoor.LinkParameter) is not null)
        {
            if (begun is null || begun.Form != visit.Live.Definition.Key || begun.State == EntryState.Erased) return FormPages.Unknown(visit);
            if (!EntryReceiving.IsOpen(begun)) return Lead(http, EntryDoor.AddressOf(visit.Query(EntryDoor.LinkParameter)!));
        }

        var about = begun?.Content ?? visit.About;
        if (await receiving.ClosureAsync(visit.Live.Form, begun, about, http.RequestAborted) is { } closed) return FormPages.Closed(visit, closed);
        var ticket = door.NewTicket(http, visit.Live, visit.Path) with { Content = about };
        if (begun is not null) ticket = ticket with { Link = visit.Query(EntryDoor.LinkParameter)!, IsBegun = true, Uploads = [.. begun.Files.Select(file => new KeptUpload(file.Alias, file.Key, file.Name, file.MediaType, file.Length, file.Hash))] };
        var submission = begun is null ? new Submission([]) : Said(visit.Live.Form, begun, ticket.Uploads);
        var asked = begun is null ? [] : await AskedAsync(begun, visit);
        return Asking(visit, FormPages.Of(visit.Live.Form, reader, submission) with { Notices = asked }, ticket);
    }

    private async Task<ImmutableArray<string>> AskedAsync(FormEntry begun, FormVisit visit)
    {
        var asked = ImmutableArray.CreateBuilder<string>();
        foreach (var teller in tellers)
        {
            if (await teller.AskAsync(begun, visit.Reader, visit.Http.RequestAborted) is { } words) asked.Add(words);
        }

        return asked.ToImmutable();
    }

    private async Task<SitePage?> TakeAsync(FormVisit visit)
    {
        var (http, reader) = (visit.Http, visit.Reader);
        var isLarge = PostReading.IsLarge(http.Request, visit.Live.Form);
        using var coming = isLarge ? door.BeginBody(http, isStranger: true) : null;
        var wait = door.WaitOf(http) ?? door.WaitToUpload(http, visit.Live.Form) ?? (isLarge && coming is null ? EntryDoor.UntilAnotherBody : null);
        PostedForm? posted;
        try
        {
            posted = await reading.ReadAsync(http, visit.Live.Form, takesFiles: wait is null, coming?.Time ?? http.RequestAborted);
        }
        catch (OperationCanceledException) when (coming?.IsLate == true)
        {
            return FormPages.TooSlow(visit);
        }

        if (posted is null) return FormPages.TooLarge(visit);
        door.BookUploads(http, posted.Uploads);
        var step = steps.Of(visit, posted);
        if (wait is { } later) return TooMany(step, later);
        if (!step.IsOurs)
        {
            door.Noticed();
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Asking(visit, step.Model with { Notices = [reader.Texts["Form.Expired"]] }, step.Ticket);
        }

        return step.Act switch
        {
            FormModel.Back => Asking(visit, step.To(step.Before), step.Ticket),
            FormModel.Save when visit.Live.Definition.DraftDays > 0 => await SaveAsync(step),
            var act when act.StartsWith(FormModel.Remove, StringComparison.Ordinal) => Asking(visit, step.Model, step.Ticket),
            _ => await GoOnAsync(step),
        };
    }

    private async Task<SitePage?> GoOnAsync(FormStep step)
    {
        var (visit, model) = (step.Visit, step.Model);
        var appeared = step.Appeared;
        var errors = step.Sent.ErrorsOf(model.Page).RemoveRange(appeared);
        if (!errors.IsEmpty || !appeared.IsEmpty) return Wrong(step, model with { Errors = errors, Appeared = appeared });
        if (step.After is { } next) return Asking(visit, step.To(next), step.Ticket);
        if (step.Sent.Errors() is { IsEmpty: false } all) return Wrong(step, step.At(all) with { Errors = all });
        return await SendAsync(step);
    }

    private async Task<SitePage?> SendAsync(FormStep step)
    {
        var (visit, http) = (step.Visit, step.Visit.Http);
        if (door.WaitToSend(http) is { } wait) return TooMany(step, wait);
        var begun = await BegunAsync(step);
        if (step.Ticket.IsBegun && (begun is null || begun.State == EntryState.Erased)) return FormPages.Unknown(visit);
        // Sent already: pressed twice, or in two windows.
        if (begun is not null && !EntryReceiving.IsOpen(begun)) return Done(step, begun);
        var suspicion = door.Suspect(http, visit.Live.Definition, step.Ticket, step.Posted[FormModel.TrapInput], step.Posted[FormModel.ProofInput]);
        var result = await receiving.SendAsync(step.Sent with { Begun = begun, Suspicion = suspicion }, http.RequestAborted);
        return result switch
        {
            ReceivingResult.Kept kept => Done(step, kept.Entry),
            ReceivingResult.Refused refused => Wrong(step, step.At(refused.Errors) with { Errors = refused.Errors }),
            // What was written stays before whoever is late: it may be wanted elsewhere.
            ReceivingResult.Closed closed => Asking(visit, step.Model with { Notices = [closed.Why.In(visit.Reader.Culture)] }, step.Ticket),
            _ => Wrong(step, step.Model with { Notices = [visit.Reader.Texts["Form.Stale"]] }),
        };
    }

    private async Task<SitePage?> SaveAsync(FormStep step)
    {
        var (visit, http) = (step.Visit, step.Visit.Http);
        if (!step.Ticket.IsBegun && door.WaitToSend(http) is { } wait) return TooMany(step, wait);
        var begun = await BegunAsync(step);
        if (step.Ticket.IsBegun && (begun is null || !EntryReceiving.IsOpen(begun))) return FormPages.Unknown(visit);
        if (await receiving.SaveAsync(step.Sent with { Begun = begun }, http.RequestAborted) is not ReceivingResult.Kept)
        {
            return Wrong(step, step.Model with { Notices = [visit.Reader.Texts["Form.Stale"]] });
        }

        var model = begun is null
            ? step.Model with { DraftAddress = FormPages.Whole(visit.Reader, EntryDoor.AddressOf(step.Ticket.Link)) }
            : step.Model with { Notices = [visit.Reader.Texts["Form.SavedAgain"]] };
        return Asking(visit, model, step.Ticket with { IsBegun = true });
    }

    /// <summary>Also for a page that was opened before its draft was kept, and is sent after.</summary>
    private async Task<FormEntry?> BegunAsync(FormStep step) =>
        step.Ticket.IsBegun || step.Visit.Live.Definition.DraftDays > 0 ? await receiving.FindAsync(step.Ticket.Link, step.Visit.Http.RequestAborted) : null;

    private SitePage? Done(FormStep step, FormEntry entry)
    {
        var (visit, http) = (step.Visit, step.Visit.Http);
        var link = entry.LinkHash is { } hash && hash == PrivateLink.Hash(step.Ticket.Link) ? step.Ticket.Link : null;
        receipts.Give(http, visit.Path, entry.Folio, link);
        if (visit.Live.Definition.Purpose == FormPurpose.Survey) EntryReceipts.Remember(http, visit.Path);
        // A private link is told once: whoever gets one reads it first, and goes on from there.
        var goTo = link is null ? visit.GoTo : null;
        return Lead(http, goTo?.Path ?? $"{visit.Path}?{SentParameter}={FormPages.Yes}");
    }

    private static SitePage? Lead(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = new PathString(address.Split('?')[0]).ToUriComponent() + (address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? address[at..] : "");
        return null;
    }

    private SitePage Wrong(FormStep step, FormModel model)
    {
        if (!model.Errors.IsEmpty) step.Visit.Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Asking(step.Visit, model, step.Ticket);
    }

    private SitePage TooMany(FormStep step, TimeSpan wait)
    {
        var http = step.Visit.Http;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = RetryAfter.Of(wait);
        return Asking(step.Visit, step.Model with { Notices = [CountedText.Of(step.Visit.Reader.Texts, "Form.TooMany", Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)))] }, step.Ticket);
    }

    private SitePage Asking(FormVisit visit, FormModel model, FormTicket ticket) => FormPages.Asking(
        visit.Page,
        model with
        {
            Action = ticket.Content is { } content ? $"{visit.Path}?{FormVisit.AboutParameter}={content}" : visit.Path,
            Token = door.Seal(ticket),
            Uploads = ticket.Uploads,
            Challenge = door.IsChallenging ? ticket.Attempt.ToString("n") : null,
        },
        ticket.Content is { } about ? visit.Reader.Find(about) : null,
        visit.Results);

    /// <summary>What was said of a draft, as far as the form still asks for it.</summary>
    private static Submission Said(Form form, FormEntry begun, ImmutableArray<KeptUpload> kept) => new(
        from bound in form.Fields
        let texts = bound.Kind == Core.Forms.Kinds.FieldKinds.FileUpload ? [] : begun.Answers[bound.Field.Alias]
        let files = kept.Where(upload => upload.Alias == bound.Field.Alias).Select(upload => new UploadedFile(upload.Key, upload.Name, upload.MediaType, upload.Length)).ToImmutableArray()
        where !texts.IsEmpty || !files.IsEmpty
        select KeyValuePair.Create(bound.Field.Alias, new FieldInput(texts, files)));
}
