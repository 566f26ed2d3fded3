using System.Text;

namespace Repository.Web.Delivery.Rendering;

/// <summary>The few bytes that join fragments.</summary>
internal static class JsonText
{
    public static readonly ReadOnlyMemory<byte> Comma = ","u8.ToArray();
    public static readonly ReadOnlyMemory<byte> Null = "null"u8.ToArray();
    public static readonly ReadOnlyMemory<byte> OpenArray = "["u8.ToArray();
    public static readonly ReadOnlyMemory<byte> CloseArray = "]"u8.ToArray();
    public static readonly ReadOnlyMemory<byte> OpenObject = "{"u8.ToArray();
    public static readonly ReadOnlyMemory<byte> CloseObject = "}"u8.ToArray();
    public static readonly ReadOnlyMemory<byte> CloseProperties = "}}"u8.ToArray();
    public static readonly ReadOnlyMemory<byte> Quote = "\""u8.ToArray();

    public static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
