using Repository.Core.Forms;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Participating;

/// <summary>The pages people see on their way through a form.</summary>
internal static class FormPages
{
    /// <summary>Says that somebody else answers now.</summary>
    public const string AnotherParameter = "otra";

    public const string Yes = "si";

    /// <summary>A form as it is asked, with nowhere to send it.</summary>
    public static FormModel Of(Form form, SiteReader reader, Submission submission)
    {
        var filled = form.Fill(submission, LivePlaces.Of(reader.Snapshot));
        return new FormModel { Form = form, Submission = submission, Filled = filled, Reader = reader, Page = filled.VisiblePages.FirstOrDefault() };
    }

    public static SitePage Asking(ItemRequest page, FormModel model, SeenItem? about = null, string? results = null)
    {
        var isNew = model.IsOpening;
        return new SitePage(page.Head with { HasForm = true }, new FormPageView
        {
            Model = new FormPageModel(page.Item.Name, new FormView { Model = model })
            {
                Lang = page.Item.Lang,
                Summary = isNew ? page.Values.Text("summary") : null,
                Intro = isNew ? page.Values.Rich("intro") : RichText.Empty,
                Privacy = model.IsLast ? page.Values.Rich("privacyNote") : RichText.Empty,
                Origin = isNew ? model.Definition.Origin : "",
                Results = isNew ? results : null,
                About = about is null ? null : new LinkedItem(about, page.Reader.Carry(about.Path)),
                AboutLead = page.Reader.Texts[model.Definition.Purpose == FormPurpose.Application ? "Form.AboutCall" : "Form.About"],
            },
        });
    }

    private static SitePage End(FormVisit visit, FormEndModel end) =>
        new(visit.Page.Head with { IsHidden = true }, new FormPageView { Model = new FormPageModel(visit.Page.Item.Name, new FormEndView { Model = end }) { Lang = visit.Page.Item.Lang, Results = visit.Results } });

    /// <summary>What the form is for, and why nobody can send it now.</summary>
    private static SitePage Without(ItemRequest page, FormEndModel end) => new(page.Head, new FormPageView
    {
        Model = new FormPageModel(page.Item.Name, new FormEndView { Model = end })
        {
            Lang = page.Item.Lang,
            Summary = page.Values.Text("summary"),
            Intro = page.Values.Rich("intro"),
            Privacy = page.Values.Rich("privacyNote"),
        },
    });

    public static SitePage None(ItemRequest page) => Without(page, new FormEndModel(page.Reader.Texts["Form.None"], [page.Reader.Texts["Form.NoneAbout"]]));

    public static SitePage Closed(FormVisit visit, FieldMessage why) => Without(visit.Page, new FormEndModel(visit.Reader.Texts["Form.Closed"], [why.In(visit.Reader.Culture)]));

    public static SitePage Thanks(FormVisit visit, EntryReceipt? receipt)
    {
        var (reader, definition) = (visit.Reader, visit.Live.Definition);
        var own = visit.Page.Values.Text("thanks");
        var isOwn = !string.IsNullOrWhiteSpace(own);
        string? told = isOwn ? own : definition.MessageOnSubmitIsHtml ? null : definition.MessageOnSubmit;
        return End(visit, new FormEndModel(reader.Texts["Form.Thanks"], [.. Fields.Paragraphs(told)])
        {
            IsDone = true,
            Message = !isOwn && definition.MessageOnSubmitIsHtml ? RichText.Of(SubmitMessage.Read(definition), visit.Page.Values) : RichText.Empty,
            Folio = receipt?.Folio,
            Address = receipt?.Link is { } link ? Whole(reader, EntryDoor.AddressOf(link)) : null,
            Onward = visit.GoTo is { } there ? new SeenLink(reader.Texts["Form.GoOn", there.Name], reader.Carry(there.Path), null) : null,
        });
    }

    public static SitePage Answered(FormVisit visit) => End(visit, new FormEndModel(visit.Reader.Texts["Form.Answered"], [visit.Reader.Texts["Form.AnsweredAbout"]])
    {
        IsDone = true,
        Onward = new SeenLink(visit.Reader.Texts["Form.Another"], $"{visit.Path}?{AnotherParameter}={Yes}", null),
    });

    public static SitePage Unknown(FormVisit visit)
    {
        visit.Http.Response.StatusCode = StatusCodes.Status404NotFound;
        return End(visit, new FormEndModel(visit.Reader.Texts["Status.Unknown"], [visit.Reader.Texts["Status.UnknownAbout"]]) { Onward = new SeenLink(visit.Reader.Texts["Form.Anew"], visit.Path, null) });
    }

    public static SitePage TooLarge(FormVisit visit)
    {
        visit.Http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return End(visit, new FormEndModel(visit.Reader.Texts["Form.TooLarge"], [visit.Reader.Texts["Form.TooLargeAbout"]]) { Onward = new SeenLink(visit.Reader.Texts["Form.Back"], visit.Path, null) });
    }

    public static SitePage TooSlow(FormVisit visit)
    {
        visit.Http.Response.StatusCode = StatusCodes.Status408RequestTimeout;
        visit.Http.Response.Headers.Connection = "close";
        return End(visit, new FormEndModel(visit.Reader.Texts["Form.TooSlow"], [visit.Reader.Texts["Form.TooLargeAbout"]]) { Onward = new SeenLink(visit.Reader.Texts["Form.Back"], visit.Path, null) });
    }

    /// <summary>An address of the site as it is passed on.</summary>
    public static string Whole(SiteReader reader, string address) => reader.Origin + address;
}
