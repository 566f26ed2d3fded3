using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Building;

/// <summary>What authors of forms write, in the letters in which answers are kept: an option can be compared with what is sent for it.</summary>
public static class WrittenText
{
    public static string Of(string text) => SentText.Clean(text);
}
