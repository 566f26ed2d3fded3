using System.Globalization;

namespace Repository.Web.Site.Reading;

/// <summary>How large a file is, as people say it.</summary>
internal static class FileSize
{
    private const double Kilo = 1024;

    public static string Of(long bytes) => bytes < Kilo * Kilo
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / Kilo):0} KB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / Kilo / Kilo:0.#} MB");
}
