using System.IO.Compression;

namespace Repository.Web.Desk.SignIn;

/// <summary>What people choose first, read when somebody first chooses a password (<c>Passwords/make</c> made the list).</summary>
internal static class CommonPasswords
{
    private const string Resource = "Repository.Web.Desk.SignIn.Passwords.common-passwords.txt.gz";

    private static readonly Lazy<HashSet<string>> Words = new(() =>
    {
        using var lines = new StreamReader(new GZipStream(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!, CompressionMode.Decompress));
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } word) words.Add(word);
        return words;
    });

    public static bool Contains(string password) => Words.Value.Contains(password);
}
