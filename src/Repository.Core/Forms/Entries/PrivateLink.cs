using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Repository.Core.Forms.Entries;

/// <summary>The secret part of the address that opens an entry to whoever sent it: 192 random bits, told once and kept only as a hash.</summary>
public static class PrivateLink
{
    private const int Bytes = 24;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Null for what cannot be a link at all, so that it costs no question to the store.</summary>
    public static string? Hash(string link) => link.Length == Bytes * 4 / 3 && Base64Url.IsValid(link) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link))) : null;
}
