using System.Globalization;
using Repository.Core.Content;

namespace Repository.Web.Live;

/// <summary>
/// Of which state a saved index is: what it was made by, and the last line of the change log that it knows. The line's own words are part of it, so that an
/// index of another database, or of one that was put back to an earlier day and went on differently, is not taken for this one's.
/// </summary>
internal sealed record IndexMark(long Version, string Fingerprint, Change? Line)
{
    public static async Task<IndexMark> AtAsync(string fingerprint, long version, IContentReader reader) =>
        new(version, fingerprint, await reader.ChangesAsync(version - 1, 1) is [var line] ? line : null);

    /// <summary>The line's number in a written mark; null when it is none.</summary>
    public static long? VersionOf(string mark) => long.TryParse(mark.AsSpan(0, Math.Max(mark.IndexOf(' '), 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version} {Fingerprint} {Line?.Kind} {Line?.Key:n} {Line?.At.UtcDateTime:O}");
}
