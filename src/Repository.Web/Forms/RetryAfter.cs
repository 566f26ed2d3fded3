using System.Globalization;

namespace Repository.Web.Forms;

/// <summary>How long to wait, in the header's whole seconds.</summary>
internal static class RetryAfter
{
    public static string Of(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
