using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using Repository.Core.Publishing.Facets;
using Repository.Web.Searching;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Listing;

/// <summary>What a person asked of a list. Unlike a program, a person is never refused: what makes no sense is left out, what is too long is cut, and the page says so.</summary>
internal sealed record ListingQuery(SearchRequest Request, ImmutableArray<KeyValuePair<string, string>> Asked, string Typed, bool IsCut)
{
    public const string MapParameter = "vista";
    public const string MapView = "mapa";

    private const string Text = "q";
    private const string Near = "near";
    private const int MostValues = 64;
    private static readonly string[] Plain = [Text, "op", "sort", "skip", Near, "within", "bbox"];

    /// <summary>What a search knows nothing of.</summary>
    private static readonly string[] OfPages = [ChosenMunicipality.Parameter, MapParameter, Comparison.Parameter];

    /// <summary>From many words on, fewer and fewer of them are searched until they are few enough.</summary>
    private static readonly int[] Words = [60, 30, 12, 4, 1];

    /// <summary>Is it shown on a map instead of as a list?</summary>
    public bool IsMap => Asked.Any(pair => pair.Key == MapParameter);

    /// <summary>The practices that are compared and may be joined by one of the list.</summary>
    public required Comparison Compared { get; init; }

    public static ListingQuery Read(IQueryCollection query, SiteReader reader)
    {
        var compared = Comparison.Read(query, reader);
        var asked = Known(query, reader, compared);
        var typed = asked.TryGetValue(Text, out var text) ? text.ToString() : "";
        var cut = 0;
        while (true)
        {
            if (Understood(asked, reader, out var refused) is { } request) return new ListingQuery(request, Pairs(asked, typed), typed, cut > 0) { Compared = compared };
            if (refused == Text && cut <= Words.Length) asked[Text] = Shorter(typed, cut++);
            else asked.Remove(refused);
        }
    }

    private static SearchRequest? Understood(Dictionary<string, StringValues> asked, SiteReader reader, out string refused)
    {
        var complete = new Dictionary<string, StringValues>(asked, StringComparer.Ordinal) { ["lang"] = reader.Culture };
        foreach (var name in OfPages) complete.Remove(name);
        // Near means near the visitor's own municipality, unless they name another place.
        if (reader.Chosen?.Municipality?.Point is { } home) complete.TryAdd(Near, string.Create(CultureInfo.InvariantCulture, $"{home.Latitude},{home.Longitude}"));
        var read = SearchRequest.Read(new QueryCollection(complete), reader.Searchable).Is(out var request, out var problem);
        refused = read ? "" : problem!.Errors!.Keys.First();
        return request;
    }

    private static Dictionary<string, StringValues> Known(IQueryCollection query, SiteReader reader, Comparison compared)
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

        if (query[MapParameter] == MapView) known[MapParameter] = MapView;
        if (compared.Items.Length > 0) known[Comparison.Parameter] = compared.Keys.ToArray();
        if (reader.Chosen?.Municipality is { } home) known[ChosenMunicipality.Parameter] = home.Key;
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
