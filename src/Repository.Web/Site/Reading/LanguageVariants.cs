using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Web.Site.Reading;

/// <summary>One page in each of its languages: tag and path. Empty for what there is in one language only.</summary>
internal static class LanguageVariants
{
    public static ImmutableArray<(string Language, string Path)> Of(PublishedItem item, PublishedSnapshot snapshot) => item is { Varies: true, Cultures.Length: > 1 }
        ? [.. item.Cultures.Select(culture => (culture.Culture, Routing.PathOf(snapshot, culture)))]
        : [];

    /// <summary>The variant for readers of any other language: that of the site's own, or the first there is.</summary>
    public static string? Default(ImmutableArray<(string Language, string Path)> variants, string language) => variants.IsEmpty
        ? null
        : variants.FirstOrDefault(variant => variant.Language == language, variants[0]).Path;
}
