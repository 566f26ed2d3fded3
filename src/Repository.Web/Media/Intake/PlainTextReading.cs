using System.Text;

namespace Repository.Web.Media.Intake;

/// <summary>Is a file nothing but text in UTF-8?</summary>
internal static class PlainTextReading
{
    private const int Portion = 32 * 1024;

    /// <summary>Reads to the end, whatever its length, in one small buffer.</summary>
    public static bool IsText(Stream file)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, letters) = (new byte[Portion], new char[Portion + 1]);
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;)
            {
                var count = decoder.GetChars(bytes.AsSpan(0, read), letters, flush: false);
                if (letters.AsSpan(0, count).ContainsAnyInRange('\0', '\u0008') || letters.AsSpan(0, count).ContainsAnyInRange('\u000E', '\u001F')) return false;
            }

            decoder.GetChars([], letters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>The first bytes as text, without the mark of the encoding.</summary>
    public static string Start(ReadOnlySpan<byte> head) => Encoding.UTF8.GetString(head).TrimStart('\uFEFF');
}
