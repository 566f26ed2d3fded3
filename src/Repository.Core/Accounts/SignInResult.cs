namespace Repository.Core.Accounts;

/// <summary>What became of an attempt to come in.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <param name="Token">For the browser; it is kept nowhere.</param>
    public sealed record Admitted(string Token, Admission Admission) : SignInResult;

    /// <summary>Whatever the reason was, strangers are told the same.</summary>
    public sealed record Refused : SignInResult;
}
