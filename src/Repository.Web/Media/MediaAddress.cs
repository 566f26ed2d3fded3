using System.Security.Cryptography;

namespace Repository.Web.Media;

/// <summary>Addresses of files: <c>/media/{folder}/{file}</c>, one folder of eight letters and digits for each item.</summary>
internal static class MediaAddress
{
    public const string Prefix = "/media";

    public static string New(string file) => At(RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 8), file);

    /// <summary>The address of a new file of an item, whose folder stays.</summary>
    public static string Beside(string address, string file) => address.Split('/') is ["", "media", { Length: > 0 } folder, _] ? At(folder, file) : New(file);

    /// <summary>Where the file of an address lies below a folder that holds files by address. Null for an address that would lead out of it.</summary>
    public static FileInfo? FileBelow(string folder, string address)
    {
        if (!address.StartsWith($"{Prefix}/", StringComparison.Ordinal)) return null;
        var file = new FileInfo(Path.GetFullPath(Path.Combine(folder, address[(Prefix.Length + 1)..])));
        return file.FullName.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? file : null;
    }

    private static string At(string folder, string file) => $"{Prefix}/{folder}/{file}";
}
