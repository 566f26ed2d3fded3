using System.Security.Cryptography;
using System.Text;
using Repository.Web.Media.Renditions.Commands;

namespace Repository.Web.Media.Renditions;

/// <summary>
/// Signs and checks addresses that ask for a rendition, as ImageSharp.Web does: HMAC-SHA-256 over the path and the recognised commands in the order of the
/// address, all in lower case.
/// </summary>
internal static class RenditionSignature
{
    public static string Of(byte[] key, PathString pathBase, PathString path, RenditionCommands commands) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Text(pathBase, path, commands))));

    public static bool IsGood(byte[] key, PathString pathBase, PathString path, RenditionCommands commands) =>
        commands.Token is { } token && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Of(key, pathBase, path, commands)));

    private static string Text(PathString pathBase, PathString path, RenditionCommands commands) =>
        $"{pathBase.ToUriComponent()}{path.ToUriComponent()}{QueryString.Create(commands.Known!)}".ToLowerInvariant();
}
