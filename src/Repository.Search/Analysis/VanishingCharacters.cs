using System.Buffers;

namespace Repository.Search.Analysis;

/// <summary>
/// Characters that count for nothing wherever they stand: combining marks, everything people type for a saltillo, and what word processors leave behind unseen.
/// </summary>
internal static class VanishingCharacters
{
    private const string Saltillo = "'`\u00B4\u2018\u2019\u201B\u2032\uFF07\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C0\u02C8\u02CA\u02CB\u0294\uA78B\uA78C";
    private const string Invisible = "\u00AD\u200C\u200D\u200E\u200F\u2060\uFEFF";

    public static SearchValues<char> All { get; } = SearchValues.Create([.. Saltillo, .. Invisible, .. Enumerable.Range(0x0300, 0x70).Select(mark => (char)mark)]);
}
