using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Primitives;
using Repository.Core.Publishing.Facets;
using Repository.Web.Live;
using Repository.Web.Searching;

namespace Repository.Web.Site.Listing;

/// <summary>What a person asked of a list. Unlike a program, a person is never refused: what makes no sense is left out, what is too long is cut, and the page says so.</summary>
internal sealed record ListingQuery(SearchRequest Request, ImmutableArray<KeyValuePair<string, string>> Asked, string Typed, bool IsCut)
{
    private const string Text = "q";
    private const int MostValues = 64;
    private static readonly string[] Plain = [Text, "op", "sort", "skip", "near", "within", "bbox"];

    /// <summary>From many words on, fewer and fewer of them are searched until they are few enough.</summary>
    private static readonly int[] Words = [60, 30, 12, 4, 1];

    public static ListingQuery Read(IQueryCollection query, Searchable searchable, string culture)
    {
        var asked = Known(query);
        var typed = asked.TryGetValue(Text, out var text) ? text.ToString() : "";
        var cut = 0;
        while (true)
        {
            if (Understood(asked, searchable, culture, out var refused) is { } request) return new ListingQuery(request, Pairs(asked, typed), typed, cut > 0);
            if (refused == Text && cut <= Words.Length) asked[Text] = Shorter(typed, cut++);
            else asked.Remove(refused);
        }
    }

    private static SearchRequest? Understood(Dictionary<string, StringValues> asked, Searchable searchable, string culture, out string refused)
    {
        var complete = new Dictionary<string, StringValues>(asked, StringComparer.Ordinal) { ["lang"] = culture };
        var read = SearchRequest.Read(new QueryCollection(complete), searchable).Is(out var request, out var problem);
        refused = read ? "" : problem!.Errors!.Keys.First();
        return request;
    }

    private static Dictionary<string, StringValues> Known(IQueryCollection query)
    {
        var known = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var name in Plain)
        {
            if (query[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } value) known[name] = value;
        }

        foreach (var facet in Facet.OfSearch)
        {
            string[] values = [.. query[facet.Alias].OfType<string>().SelectMany(value => value.Split(',')).Select(value => value.Trim()).Where(value => value.Length > 0).Distinct().Take(MostValues)];
            if (values.Length > 0) known[facet.Alias] = values;
        }

        return known;
    }

    /// <summary>First what fits in bytes, as it is; then ever fewer words, without the signs of the search syntax.</summary>
    private static string Shorter(string typed, int cut)
    {
        if (cut == 0)
        {
            var bytes = Encoding.UTF8.GetBytes(typed);
            return Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, SearchText.MostBytes - 4))).TrimEnd('\ufffd');
        }

        var plain = string.Concat(typed.Take(SearchText.MostBytes / 4).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Words[cut - 1]));
    }

    private static ImmutableArray<KeyValuePair<string, string>> Pairs(Dictionary<string, StringValues> asked, string typed) =>
    [
        .. from pair in asked
           from value in pair.Value
           where value is not null
           select KeyValuePair.Create(pair.Key, pair.Key == Text && typed.Length <= SearchText.MostBytes ? typed : value),
    ];
}
