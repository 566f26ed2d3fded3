namespace Repository.Web.Desk.Users;

/// <summary>What a browser calls itself, as people do: "Firefox, Android". Good enough to know one's own devices by; programs may say what they like.</summary>
internal static class BrowserName
{
    // In this order: most of them also claim to be those that stand below.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string agent)
    {
        string?[] parts = [NameIn(Browsers, agent), NameIn(Systems, agent)];
        var known = string.Join(", ", parts.OfType<string>());
        return known.Length > 0 ? known : agent.Split('/', ' ')[0];
    }

    private static string? NameIn((string Sign, string Name)[] names, string agent) => names.FirstOrDefault(name => agent.Contains(name.Sign, StringComparison.Ordinal)).Name;
}
