using Microsoft.Extensions.Localization;

namespace Repository.Web.Site.Rendering;

/// <summary>A text that tells a number: <c>key.One</c> or <c>key.Many</c>.</summary>
internal static class CountedText
{
    public static string Of(IStringLocalizer texts, string key, int count, params object[] more) => texts[count == 1 ? $"{key}.One" : $"{key}.Many", [count, .. more]];
}
