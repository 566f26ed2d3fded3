using System.Text.RegularExpressions;

namespace Repository.Core.Forms;

/// <summary>A pattern as a browser reads it – it must match the whole text – in time proportional to the text, whatever was written.</summary>
internal static class FieldPattern
{
    /// <summary>Null when it is none, or needs what cannot be matched in bounded time (look-around, references back).</summary>
    public static Regex? Read(string pattern)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
