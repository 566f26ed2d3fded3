using System.Collections.Concurrent;
using System.Globalization;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Rendering;

/// <summary>What the people at the desk call a language; what the schema calls it where nobody knows.</summary>
internal static class LanguageNames
{
    private static readonly CultureInfo Desk = CultureInfo.GetCultureInfo("es-MX");
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>As a label: Inglés.</summary>
    public static string Of(Language language)
    {
        var name = Within(language);
        return name.Length == 0 ? language.Tag : char.ToUpper(name[0], Desk) + name[1..];
    }

    public static string Of(ContentSchema schema, string tag) => Find(schema, tag) is { } known ? Of(known) : tag;

    /// <summary>Within a sentence: inglés.</summary>
    public static string Within(ContentSchema schema, string tag) => Find(schema, tag) is { } known ? Within(known) : tag;

    private static string Within(Language language)
    {
        var name = Known.GetOrAdd(language.Tag, InSpanish);
        return name.Length == 0 || name.StartsWith(language.Tag, StringComparison.OrdinalIgnoreCase) ? language.Name : name;
    }

    /// <summary>The framework tells names in the language of the moment alone, and pages are thought out before theirs is set.</summary>
    private static string InSpanish(string tag)
    {
        var former = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Desk;
        try
        {
            return CultureInfo.GetCultureInfo(tag).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = former;
        }
    }

    private static Language? Find(ContentSchema schema, string tag) => schema.Languages.FirstOrDefault(language => language.Tag == tag);
}
