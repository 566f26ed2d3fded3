using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Web.Desk.SignIn;

namespace Repository.Web.Forms.Receiving;

/// <summary>What both doors look at before an entry comes in: how often an address knocks, whether the form came from here, whether a person sends it.</summary>
internal sealed class EntryDoor(FormOptions options, SenderLimits limits, FormTickets tickets, AttackWatch watch, AnswerMarks marks, ComingBodies bodies, TimeProvider clock)
{
    /// <summary>Where the private link leads; the secret stands behind the path, which is the part that may be written to a log.</summary>
    public const string StatusPath = "/participa/seguimiento/";

    public const string LinkParameter = "clave";

    /// <summary>How long to wait when an address has as many large bodies on their way as it may.</summary>
    public static readonly TimeSpan UntilAnotherBody = TimeSpan.FromMinutes(1);

    private const string CookieName = "participa";

    public bool IsChallenging => watch.IsOn;

    public static string AddressOf(string link) => $"{StatusPath}?{LinkParameter}={link}";

    /// <summary>A survey is answered by nobody in particular: there is nothing to follow up.</summary>
    public static bool HasLink(FormDefinition form) => form.Purpose != FormPurpose.Survey;

    /// <summary>Null for whoever may go on; otherwise how long to wait.</summary>
    public TimeSpan? WaitOf(HttpContext http) => Noticed(limits.BookRequest(http.Address));

    /// <summary>The same for whoever is about to send a whole entry.</summary>
    public TimeSpan? WaitToSend(HttpContext http) => Noticed(limits.BookEntry(http.Address));

    /// <summary>The same for whoever may be about to send files: they lie on the disk before anybody has sent an entry.</summary>
    public TimeSpan? WaitToUpload(HttpContext http, Form form) => form.Fields.Any(bound => bound.Kind == FieldKinds.FileUpload) ? Noticed(limits.WaitToUpload(http.Address)) : null;

    /// <summary>A large body that begins to come, until it is disposed; null when its address has as many on their way as it may.</summary>
    public ComingBody? BeginBody(HttpContext http, bool isStranger)
    {
        var body = bodies.Begin(isStranger && limits.CountsUploads ? http.Address : null, isStranger, http.RequestAborted);
        if (body is null) watch.Sign();
        return body;
    }

    public void BookUploads(HttpContext http, IEnumerable<TakenUpload> taken) => limits.BookUploads(http.Address, taken.Where(upload => upload.File.Key != Guid.Empty).Sum(upload => upload.File.Length));

    /// <summary>Something came that people do not send.</summary>
    public void Noticed() => watch.Sign();

    public FormTicket? TicketOf(HttpContext http, Guid form, string seal) => tickets.Open(seal, form, SecretOf(http, form));

    /// <summary>A new ticket for this browser, which gets its secret with it if it has none.</summary>
    public FormTicket NewTicket(HttpContext http, LiveForm form, string path)
    {
        var secret = SecretOf(http, form.Definition.Key) is { Length: > 20 and < 100 } known ? known : FormTickets.NewSecret();
        foreach (var place in (string[])[path, "/umbraco/forms"])
        {
            http.Response.Cookies.Append(Cookie(form.Definition.Key), secret, new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = place, IsEssential = true });
        }

        return new FormTicket(form.Definition.Key, form.Form.Hash, FormTickets.HashOf(secret), Guid.NewGuid(), clock.GetUtcNow(), Core.Forms.Entries.PrivateLink.New(), IsBegun: false, Content: null);
    }

    public string Seal(FormTicket ticket) => tickets.Seal(ticket);

    /// <summary>Why somebody should look at an entry first; null when nothing is odd about it.</summary>
    public Suspicion? Suspect(HttpContext http, FormDefinition form, FormTicket ticket, string trap, string proof)
    {
        var suspicion = trap.Length > 0 ? Suspicion.Trap : !ticket.IsBegun && clock.GetUtcNow() - ticket.Since < options.LeastTime ? Suspicion.TooFast : null;
        if (suspicion is not null) watch.Sign();
        if (suspicion is null && watch.IsOn && !ProofOfWork.Holds(ticket.Attempt, proof)) suspicion = Suspicion.NoProof;
        var areMany = form.Purpose == FormPurpose.Survey && marks.AreMany(form.Key, http.Address, http.Request.Headers.UserAgent.ToString());
        return suspicion ?? (areMany ? Suspicion.ManyAlike : null);
    }

    private TimeSpan? Noticed(TimeSpan? wait)
    {
        if (wait is not null) watch.Sign();
        return wait;
    }

    private static string? SecretOf(HttpContext http, Guid form) => http.Request.Cookies[Cookie(form)];

    private static string Cookie(Guid form) => $"{CookieName}-{form:n}";
}
