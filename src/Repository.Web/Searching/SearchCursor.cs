using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Repository.Web.Searching;

/// <summary>Where a page ended: the last item on it and, should that have gone meanwhile, how many items had been shown.</summary>
internal sealed record SearchCursor(Guid Last, int Shown)
{
    public string Write() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Last:N}{Shown}")));

    public static SearchCursor? Read(string text)
    {
        if (text.Length > 100 || !Base64Url.IsValid(text)) return null;
        var plain = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        return plain.Length > 32 && Guid.TryParseExact(plain[..32], "N", out var last) && int.TryParse(plain[32..], NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? new SearchCursor(last, shown)
            : null;
    }
}
