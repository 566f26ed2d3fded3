using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Repository.Core.Accounts;

/// <summary>What is shown once and kept only as its hash: sessions, invitations, recovery codes, passwords that somebody is given.</summary>
public static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int GroupLength = 4;

    /// <summary>256 random bits, fit for a cookie and an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Fast is right here: what is hashed is random, nobody can go through a list of it.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Groups of four that a person can read and type; each holds nearly twenty bits.</summary>
    public static string Typed(int groups) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
