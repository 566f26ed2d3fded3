using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Repository.Web.Forms.Mail;

/// <summary>Why a letter could not be sent, as one word. What a server says may name an address and what failed may name a password: nothing of either is told.</summary>
internal static class LetterFailure
{
    public static string Reason(Exception failure) => Causes(failure).Any(cause => cause is AuthenticationException) ? "UntrustedCertificate"
        : Causes(failure).Any(cause => cause is SocketException) ? "Unreachable"
        : failure switch
        {
            // 530: whoever was not let in by name and password is told so when the letter begins.
            SmtpException { StatusCode: SmtpStatusCode.MustIssueStartTlsFirst } => "SignInRefused",
            // The one refusal of the client itself: it was to encrypt, and the server does not offer to.
            SmtpException { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } => "NoEncryption",
            SmtpException smtp => smtp.StatusCode.ToString(),
            OperationCanceledException => "TooSlow",
            _ => failure.GetType().Name,
        };

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
