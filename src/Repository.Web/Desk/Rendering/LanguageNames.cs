using System.Globalization;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Rendering;

/// <summary>What a language calls itself; what the schema calls it where nobody knows.</summary>
internal static class LanguageNames
{
    public static string Of(Language language) =>
        CultureInfo.GetCultureInfo(language.Tag).NativeName is { Length: > 0 } native && native != language.Tag ? char.ToUpper(native[0], CultureInfo.InvariantCulture) + native[1..] : language.Name;

    public static string Of(ContentSchema schema, string tag) => schema.Languages.FirstOrDefault(language => language.Tag == tag) is { } known ? Of(known) : tag;
}
