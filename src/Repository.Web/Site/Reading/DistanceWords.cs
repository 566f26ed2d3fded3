using Microsoft.Extensions.Localization;
using Repository.Core.Geography;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Reading;

/// <summary>How far away something is, as people say it.</summary>
internal static class DistanceWords
{
    public static string Of(double kilometres, IStringLocalizer texts) => RoughDistance.Kilometres(kilometres) switch
    {
        0 => texts["Distance.Less"],
        var rough => CountedText.Of(texts, "Distance.About", rough),
    };
}
