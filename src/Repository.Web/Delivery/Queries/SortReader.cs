using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

internal sealed record SortList(ImmutableArray<Sort> Sorts);

/// <summary><c>field:direction</c>. What begins with <c>asc</c> ascends; every other direction, even none, descends.</summary>
internal static class SortReader
{
    private static readonly FrozenDictionary<string, SortField> ContentFields = new Dictionary<string, SortField>
    {
        ["name"] = SortField.Name,
        ["createDate"] = SortField.CreateDate,
        ["updateDate"] = SortField.UpdateDate,
        ["level"] = SortField.Level,
        ["sortOrder"] = SortField.SortOrder,
        ["year"] = SortField.Year,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Media fields are told apart by letter case, and neither level nor year is among them.</summary>
    private static readonly FrozenDictionary<string, SortField> MediaFields = ContentFields
        .Where(field => field.Key is not ("level" or "year"))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private const string Relevance = "relevance";

    /// <summary>By relevance, which is always the best first and leaves no ties for a second sort.</summary>
    public static bool IsByRelevance(StringValues texts) =>
        texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } first
        && first.Split(':') is [var field, _, ..] && string.Equals(field.Trim(), Relevance, StringComparison.OrdinalIgnoreCase);

    public static Outcome<SortList> Read(StringValues texts) => Read(texts, ContentFields);

    /// <summary>For media every further sort sorts anew, so the last one is the primary key.</summary>
    public static Outcome<SortList> ReadMedia(StringValues texts)
    {
        var read = Read(texts, MediaFields);
        return read.Value is { } list ? new SortList([.. list.Sorts.Reverse()]) : read;
    }

    private static Outcome<SortList> Read(StringValues texts, FrozenDictionary<string, SortField> fields)
    {
        var sorts = ImmutableArray.CreateBuilder<Sort>();
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !fields.TryGetValue(text[..colon].Trim(), out var field)) return DeliveryProblem.Sort;
            sorts.Add(new Sort(field, !text.AsSpan(colon + 1).Trim().StartsWith("asc", StringComparison.OrdinalIgnoreCase)));
        }

        return new SortList(sorts.ToImmutable());
    }
}
