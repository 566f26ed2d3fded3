using System.Security.Cryptography;
using Repository.Core.Content;

namespace Repository.Writers;

/// <summary>What a writer notes of a write, and the audit works out again from what it finds.</summary>
internal static class Proofs
{
    public const string None = "-";

    public static string Of(ItemContent content) => Convert.ToHexStringLower(SHA256.HashData(ItemContentJson.Write(content)));

    public static string Of(IEnumerable<Guid> order) => string.Join(',', order);
}
