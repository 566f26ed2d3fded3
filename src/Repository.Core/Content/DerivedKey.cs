using System.Security.Cryptography;
using System.Text;

namespace Repository.Core.Content;

/// <summary>Name-based keys (UUID version 5): the same name in the same namespace always has the same key.</summary>
public static class DerivedKey
{
    public static Guid Of(Guid space, string name)
    {
        byte[] text = [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
        // SHA-1 is what the standard asks for; nothing here is secret.
#pragma warning disable CA5350
        var hash = SHA1.HashData(text);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
