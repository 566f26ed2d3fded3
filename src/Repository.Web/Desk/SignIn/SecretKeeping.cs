using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Repository.Core.Accounts;

namespace Repository.Web.Desk.SignIn;

/// <summary>Passwords as ASP.NET Core Identity keeps them (PBKDF2 with HMAC-SHA-512 and a salt of its own for each); what is sealed, with the keys of the data folder.</summary>
internal sealed class SecretKeeping : ISecretKeeping
{
    /// <summary>What OWASP asks for this function since 2023.</summary>
    private const int Iterations = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly IDataProtector _protector;
    private readonly Lazy<string> _nobodys;

    public SecretKeeping(IDataProtectionProvider keys)
    {
        _protector = keys.CreateProtector("Repository.SecondFactor");
        _nobodys = new(() => HashPassword(SecretToken.New()));
    }

    // The hasher looks at no account.
    private static Account Anybody { get; } = new(Guid.Empty, "", "");

    public string HashPassword(string password) => _hasher.HashPassword(Anybody, password);

    public PasswordMatch Match(string hash, string password) => _hasher.VerifyHashedPassword(Anybody, hash.Length == 0 ? _nobodys.Value : hash, password) switch
    {
        _ when hash.Length == 0 => PasswordMatch.No,
        PasswordVerificationResult.Success => PasswordMatch.Yes,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.Outdated,
        _ => PasswordMatch.No,
    };

    public string Seal(byte[] secret) => Base64Url.EncodeToString(_protector.Protect(secret));

    public byte[]? Open(string seal)
    {
        try
        {
            return _protector.Unprotect(Base64Url.DecodeFromChars(seal));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
