namespace Repository.Core.Accounts;

/// <summary>What is remembered for a time. The names are kept as words: a new one never renumbers an old one.</summary>
public enum AccountEventKind
{
    SignedIn,
    SignedInWithRecoveryCode,
    PasswordAccepted,
    WrongPassword,
    WrongCode,
    WhileShut,
    WhileLocked,
    UnknownAccount,
    SignedOut,
    PasswordChanged,
    FactorSet,
    FactorRemoved,
    RecoveryCodesMade,
    SessionsEnded,
    Renamed,
    Created,
    Invited,
    Joined,
    GrantsChanged,
    Locked,
    Unlocked,
    Reset,
}

/// <summary>Somebody tried to come in, or something was done to an account. What a stranger typed is not kept: it may be a password in the wrong field.</summary>
/// <param name="By">The key of whoever did it where that is not the account's owner, or a word.</param>
public sealed record AccountEvent(DateTimeOffset At, AccountEventKind Kind, Guid? AccountKey, string By, Visitor Visitor);
