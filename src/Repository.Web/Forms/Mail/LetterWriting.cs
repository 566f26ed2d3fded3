using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms.Mail;
using Repository.Web.Desk.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Resources;

namespace Repository.Web.Forms.Mail;

/// <summary>Writes letters: which form, which folio, and where to look. Never what anybody answered.</summary>
internal sealed class LetterWriting(MailOptions options, IStringLocalizer<DeskTexts> desk, IStringLocalizer<SiteTexts> site)
{
    public static bool IsAddress(string text) => Acknowledging.IsAddress(text);

    public MailMessage Write(FormLetter letter, string form, string to, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(letter.Kind == LetterKind.Arrival || culture.Length == 0 ? "es-MX" : culture);
        IStringLocalizer texts = letter.Kind == LetterKind.Arrival ? desk : site;
        var place = letter.Kind == LetterKind.Arrival ? FormAddress.Entry(letter.Form, letter.Entry) : EntryDoor.StatusPath;
        var where = options.Site is { } origin ? new Uri(origin, place[1..]).AbsoluteUri : place;
        var name = OneLine(form);
        return new MailMessage(options.From, to, texts[$"Letter.{letter.Kind}.Subject", name, letter.Folio], texts[$"Letter.{letter.Kind}.Text", name, letter.Folio, where])
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            // A machine wrote it: nobody's out-of-office should answer.
            Headers = { { "Auto-Submitted", "auto-generated" } },
        };
    }

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
