namespace Repository.Web.Desk.Serving;

/// <summary>Where a page leads back to. Only ever a place of the desk, whatever a request says.</summary>
internal static class DeskReturn
{
    private const int Longest = 2000;

    public static string Of(string? asked, string otherwise) =>
        asked is { Length: < Longest } && IsOfDesk(asked) && !asked.Any(letter => char.IsControl(letter) || letter == '\\') ? asked : otherwise;

    /// <summary>The address with one more thing asked, which it may have asked for before.</summary>
    public static string With(string address, string name, string value)
    {
        var (path, query) = address.Split('?', 2) is [var before, var asked] ? (before, asked) : (address, "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith($"{name}=", StringComparison.Ordinal));
        return $"{path}?{string.Join('&', kept.Append($"{name}={value}"))}";
    }

    private static bool IsOfDesk(string address) => address == DeskAddress.Root || address.StartsWith($"{DeskAddress.Root}/", StringComparison.Ordinal) || address.StartsWith($"{DeskAddress.Root}?", StringComparison.Ordinal);
}
