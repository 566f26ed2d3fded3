using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Core.Publishing;
using Repository.Web.Desk.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Live;
using Repository.Web.Resources;

namespace Repository.Web.Forms.Mail;

/// <summary>Writes letters: which form, which folio, and where to look. What somebody answered is only in a letter that asks for advice, which they wanted handed on.</summary>
internal sealed class LetterWriting(MailOptions options, LiveContent live, IStringLocalizer<DeskTexts> desk, IStringLocalizer<SiteTexts> site)
{
    private const string Spanish = "es-MX";

    public static bool IsAddress(string text) => Acknowledging.IsAddress(text);

    public MailMessage Write(FormLetter letter, string form, string to, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(letter.Kind == LetterKind.Arrival || culture.Length == 0 ? Spanish : culture);
        IStringLocalizer texts = letter.Kind == LetterKind.Arrival ? desk : site;
        var place = letter.Kind == LetterKind.Arrival ? FormAddress.Entry(letter.Form, letter.Entry) : EntryDoor.StatusPath;
        var name = OneLine(form);
        return Letter(to, texts[$"Letter.{letter.Kind}.Subject", name, letter.Folio], texts[$"Letter.{letter.Kind}.Text", name, letter.Folio, Whole(place)]);
    }

    /// <summary>To those who do a practice: what somebody asks them, in the words of the form. Whoever answers it writes to them.</summary>
    public MailMessage WriteAdvice(FormEntry entry, FormDefinition form, SoughtAdvice sought, string asker)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Spanish);
        var snapshot = live.Current;
        var here = sought.Practice.In(snapshot.Schema.DefaultLanguage.Tag) ?? sought.Practice.Cultures[0];
        var name = OneLine(here.Name);
        var message = Letter(sought.Address, site["Letter.Advice.Subject", name, entry.Folio], site["Letter.Advice.Text", name, entry.Folio, Whole(Routing.PathOf(snapshot, here)), Told(form, entry)]);
        message.ReplyToList.Add(new MailAddress(asker));
        return message;
    }

    private string Told(FormDefinition form, FormEntry entry) => string.Join("\n\n",
        from page in AskedAnswers.Of(form, entry.Answers, LivePlaces.Of(live.Current))
        from question in page.Questions
        where question is { IsHeading: false, IsTick: false, Lines.IsEmpty: false } && question.Field.Alias != ContactDesign.Motive
        select $"{OneLine(question.Field.Caption)}\n{string.Join('\n', question.Lines.Select(line => line.Text))}");

    private string Whole(string place) => options.Site is { } origin ? new Uri(origin, place[1..]).AbsoluteUri : place;

    private MailMessage Letter(string to, string subject, string text) => new(options.From, to, subject, text)
    {
        SubjectEncoding = Encoding.UTF8,
        BodyEncoding = Encoding.UTF8,
        // A machine wrote it: nobody's out-of-office should answer.
        Headers = { { "Auto-Submitted", "auto-generated" } },
    };

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
