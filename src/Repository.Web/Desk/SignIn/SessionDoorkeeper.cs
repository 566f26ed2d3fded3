using System.Security.Claims;
using Repository.Core.Accounts;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.SignIn;

/// <summary>Knows people again by the session in their cookie. Asks the database each time: what was ended or taken away a moment ago is gone.</summary>
internal sealed class SessionDoorkeeper(SigningIn signing) : IDoorkeeper
{
    public async Task<SignedIn?> AdmitAsync(HttpContext http)
    {
        if (DeskCookie.Read(http.Request) is not { } token || await signing.WhoAsync(token, http.RequestAborted) is not { } admission) return null;
        http.Features.Set(admission);

        // The tokens of forms are bound to this: one of before the sign-in, or of another session, is worth nothing.
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, admission.Session.Key.ToString("d"))], DeskCookie.Plain));
        return admission.Standing == Standing.Whole ? new SignedIn(admission.Account.Person, admission.Session.Key.ToString("d")) : null;
    }
}
