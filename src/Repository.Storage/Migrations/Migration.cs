using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Repository.Storage.Migrations;

/// <summary>One numbered step of the database's shape, as its SQL file tells it.</summary>
internal sealed partial record Migration(int Number, string Name, string Sql)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The program's own migrations for a dialect, in order. A file named for the dialect (<c>0007-x.sqlite.sql</c>) goes before the one for all. Two of one number end the start.</summary>
    public static IReadOnlyList<Migration> Known(string dialect)
    {
        var files = Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(resource => FileName().Match(resource)).Where(match => match.Success);
        return
        [
            .. from file in files
               where file.Groups["dialect"].Value is var named && (named.Length == 0 || named == dialect)
               group file by file.Groups["name"].Value into variants
               orderby variants.Key
               let chosen = variants.MaxBy(file => file.Groups["dialect"].Length)!
               select new Migration(int.Parse(chosen.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), variants.Key, Text(chosen.Value)),
        ];
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);

        // A checkout with other line ends is still the same migration.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^.*\.(?<name>(?<number>\d{4})-[a-z0-9-]+)(\.(?<dialect>[a-z]+))?\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
