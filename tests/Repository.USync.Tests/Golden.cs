using System.Text;

namespace Repository.USync.Tests;

/// <summary>The files of the contract, byte for byte.</summary>
internal static class Golden
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", name));

    public static string Text(byte[] file) => Encoding.UTF8.GetString(file);

    public static string Text(string name) => Text(Bytes(name));
}
