namespace Repository.Core.Accounts;

public enum PasswordMatch
{
    No,
    Yes,

    /// <summary>Right, but hashed with less work than is asked today.</summary>
    Outdated,
}

/// <summary>The border to cryptography that needs keys and takes its time.</summary>
public interface ISecretKeeping
{
    string HashPassword(string password);

    /// <summary>Takes as long for an empty hash, which no password matches, as for any other.</summary>
    PasswordMatch Match(string hash, string password);

    /// <summary>What must be read again: only who has the keys of the installation can.</summary>
    string Seal(byte[] secret);

    /// <summary>Null when the keys are no longer those it was sealed with.</summary>
    byte[]? Open(string seal);
}
