using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// A browser shows that it has spent some seconds: it finds a number that, put behind the name of its attempt, gives a SHA-256 that begins with
/// so many zero bits. It is bound to the attempt, and an attempt gives one entry; so nothing has to be remembered.
/// </summary>
internal static class ProofOfWork
{
    /// <summary>About 16,000 tries.</summary>
    public const int Bits = 14;

    private const int LongestProof = 20;

    public static bool Holds(Guid attempt, string proof)
    {
        if (proof.Length is 0 or > LongestProof || !proof.All(char.IsAsciiDigit)) return false;
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{attempt:n}:{proof}"));
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= Bits;
    }
}
