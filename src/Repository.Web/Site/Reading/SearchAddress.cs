using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Web.Site.Reading;

/// <summary>Where the search page of a language is.</summary>
internal static class SearchAddress
{
    public static string Of(SiteReader reader) => OwnAddress.Of(reader, OwnAddress.Search);

    /// <summary>The search page in each language that has a home page.</summary>
    public static ImmutableArray<(string Language, string Path)> Variants(PublishedSnapshot snapshot) =>
    [
        .. from language in snapshot.Schema.Languages
           where Routing.Roots(snapshot).Any(root => root.Cultures.Any(culture => culture.Culture == language.Tag))
           where language.IsDefault || snapshot.Schema.Prefixes.ContainsKey(language.Tag)
           select (language.Tag, OwnAddress.Of(snapshot.Schema, language.Tag, OwnAddress.Search)),
    ];
}
