using Repository.Core.Workflow;

namespace Repository.Web.Desk.Serving;

/// <summary>Who asks, as long as one request lasts.</summary>
/// <param name="Session">What the session is called among the person's others; never the secret in the cookie.</param>
internal sealed record SignedIn(Person Person, string Session);

internal static class SignedInFeature
{
    extension(HttpContext http)
    {
        /// <summary>Whoever is here: the door has seen to it that somebody is.</summary>
        public SignedIn SignedIn => http.Features.Get<SignedIn>() ?? throw new InvalidOperationException("This address is open to all: nobody need be signed in.");

        public Person Person => http.SignedIn.Person;
    }
}
