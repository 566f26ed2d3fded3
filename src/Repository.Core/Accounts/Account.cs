using System.Collections.Immutable;
using Repository.Core.Workflow;

namespace Repository.Core.Accounts;

public enum AccountState
{
    /// <summary>Nobody has chosen a password yet.</summary>
    Invited,
    Active,

    /// <summary>Closed by an administrator, until one opens it again.</summary>
    Locked,
}

/// <summary>Somebody who works at the desk. Accounts are never deleted: the change log goes on naming them.</summary>
public sealed record Account(Guid Key, string Email, string Name)
{
    public ImmutableArray<Grant> Grants { get; init; } = [];

    /// <summary>Empty until an invitation was taken up.</summary>
    public string PasswordHash { get; init; } = "";

    public bool IsLocked { get; init; }

    /// <summary>Wrong passwords and codes since the last time somebody got in.</summary>
    public int Failures { get; init; }

    /// <summary>After too many of them nobody gets in before this instant.</summary>
    public DateTimeOffset? ShutUntil { get; init; }

    /// <summary>The sealed secret of the second factor; empty without one.</summary>
    public string Factor { get; init; } = "";

    /// <summary>The last step of time whose code was used: neither it nor an older one counts again.</summary>
    public long FactorStep { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset? SignedInAt { get; init; }

    public AccountState State => IsLocked ? AccountState.Locked : PasswordHash.Length == 0 ? AccountState.Invited : AccountState.Active;

    public bool HasFactor => Factor.Length > 0;

    public bool IsAdministrator => Holds(Role.Administrator);

    public Person Person => new(Key, Name, Grants);

    public bool Holds(Role role) => Grants.Any(grant => grant.Role == role);
}
