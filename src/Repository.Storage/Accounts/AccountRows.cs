using Repository.Core.Accounts;
using Repository.Core.Workflow;

namespace Repository.Storage.Accounts;

// Settable, as the rows of content are: SQLite's integers are all long.
internal sealed class AccountRow
{
    public const string Columns =
        """
        key AS Key, email AS Email, name AS Name, grants AS Grants, password AS PasswordHash, locked AS IsLocked, failures AS Failures, shut_until AS ShutUntil,
        factor AS Factor, factor_step AS FactorStep, created_at AS CreatedAt, created_by AS CreatedBy, signed_in_at AS SignedInAt
        """;

    public AccountRow()
    {
    }

    public AccountRow(Account account)
    {
        (Key, Email, Name, PasswordHash, IsLocked) = (account.Key, account.Email, account.Name, account.PasswordHash, account.IsLocked);
        (Failures, ShutUntil, Factor, FactorStep) = (account.Failures, account.ShutUntil, account.Factor, account.FactorStep);
        (CreatedAt, CreatedBy, SignedInAt) = (account.CreatedAt, account.CreatedBy, account.SignedInAt);
        Grants = string.Join(' ', account.Grants.Select(grant => grant.Section is { } section ? $"{grant.Role}/{section:d}" : $"{grant.Role}"));
    }

    public Guid Key { get; init; }
    public string Email { get; init; } = "";
    public string Name { get; init; } = "";
    public string Grants { get; init; } = "";
    public string PasswordHash { get; init; } = "";
    public bool IsLocked { get; init; }
    public int Failures { get; init; }
    public DateTimeOffset? ShutUntil { get; init; }
    public string Factor { get; init; } = "";
    public long FactorStep { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset? SignedInAt { get; init; }

    public Account Account => new(Key, Email, Name)
    {
        Grants = [.. Grants.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Grant)],
        PasswordHash = PasswordHash,
        IsLocked = IsLocked,
        Failures = Failures,
        ShutUntil = ShutUntil,
        Factor = Factor,
        FactorStep = FactorStep,
        CreatedAt = CreatedAt,
        CreatedBy = CreatedBy,
        SignedInAt = SignedInAt,
    };

    private static Grant Grant(string text) =>
        text.Split('/') is [var role, var section] ? new Grant(Enum.Parse<Role>(role), Guid.Parse(section)) : new Grant(Enum.Parse<Role>(text), null);
}

internal sealed class SessionRow
{
    public const string Columns =
        "key AS Key, account_key AS AccountKey, hash AS TokenHash, at AS At, seen_at AS SeenAt, with_factor AS WithFactor, pending_factor AS PendingFactor, address AS Address, agent AS Agent";

    public SessionRow()
    {
    }

    public SessionRow(Core.Accounts.Session session)
    {
        (Key, AccountKey, TokenHash, At, SeenAt) = (session.Key, session.AccountKey, session.TokenHash, session.At, session.SeenAt);
        (WithFactor, PendingFactor, Address, Agent) = (session.WithFactor, session.PendingFactor, session.Visitor.Address, session.Visitor.Agent);
    }

    public Guid Key { get; init; }
    public Guid AccountKey { get; init; }
    public string TokenHash { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public DateTimeOffset SeenAt { get; init; }
    public bool WithFactor { get; init; }
    public string PendingFactor { get; init; } = "";
    public string Address { get; init; } = "";
    public string Agent { get; init; } = "";

    public Core.Accounts.Session Session => new(Key, AccountKey, TokenHash, At, SeenAt, new Visitor(Address, Agent)) { WithFactor = WithFactor, PendingFactor = PendingFactor };
}

internal sealed class InvitationRow
{
    public const string Columns = "hash AS TokenHash, account_key AS AccountKey, until AS Until, by AS By";

    public string TokenHash { get; init; } = "";
    public Guid AccountKey { get; init; }
    public DateTimeOffset Until { get; init; }
    public string By { get; init; } = "";

    public Invitation Invitation => new(TokenHash, AccountKey, Until, By);
}

internal sealed class EventRow
{
    public const string Columns = "at AS At, kind AS Kind, account_key AS AccountKey, by AS By, address AS Address, agent AS Agent";

    public EventRow()
    {
    }

    public EventRow(AccountEvent entry)
    {
        (At, Kind, AccountKey, By) = (entry.At, entry.Kind.ToString(), entry.AccountKey, entry.By);
        (Address, Agent) = (entry.Visitor.Address, entry.Visitor.Agent);
    }

    public DateTimeOffset At { get; init; }
    public string Kind { get; init; } = "";
    public Guid? AccountKey { get; init; }
    public string By { get; init; } = "";
    public string Address { get; init; } = "";
    public string Agent { get; init; } = "";

    public AccountEvent Event => new(At, Enum.Parse<AccountEventKind>(Kind), AccountKey, By, new Visitor(Address, Agent));
}
