namespace Repository.Core.Accounts;

/// <summary>Why something was not done to an account. Each has its words where people read them.</summary>
public enum AccountProblem
{
    Missing,
    Forbidden,
    BadEmail,
    EmailTaken,
    NoName,
    NoRole,

    /// <summary>Nobody would be left who can let others in.</summary>
    LastAdministrator,
    PasswordTooShort,
    PasswordTooLong,
    PasswordCommon,
    PasswordIsYou,
    WrongPassword,
    WrongCode,

    /// <summary>Too many failures: nobody gets in for a while.</summary>
    Shut,

    /// <summary>The link was used, has expired, or a newer one took its place.</summary>
    LinkOver,

    /// <summary>The roles of this account demand a second factor.</summary>
    FactorDemanded,
}

/// <summary>What became of something that was to be done to an account.</summary>
public abstract record AccountResult
{
    private AccountResult()
    {
    }

    /// <param name="Secret">What is shown once: the token of a session or a link.</param>
    public sealed record Done(Account Account, string Secret = "") : AccountResult
    {
        /// <summary>New recovery codes, where some were made.</summary>
        public IReadOnlyList<string> RecoveryCodes { get; init; } = [];
    }

    public sealed record Refused(AccountProblem Problem) : AccountResult;
}
