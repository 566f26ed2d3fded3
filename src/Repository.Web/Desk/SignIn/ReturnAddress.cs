using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.SignIn;

/// <summary>Where somebody wanted to go before being asked to sign in: somewhere at the desk, or its first page. Everything else could be a trap.</summary>
internal static class ReturnAddress
{
    public const string Field = "return";

    private static readonly Uri Here = new("http://desk.invalid/");

    public static string Within(string? asked)
    {
        if (asked is null || !asked.StartsWith(DeskAddress.Root, StringComparison.Ordinal) || asked.Any(letter => letter == '\\' || char.IsControl(letter))) return DeskAddress.Root;
        if (!Uri.TryCreate(Here, asked, out var address) || address.Authority != Here.Authority) return DeskAddress.Root;
        var path = new PathString(address.AbsolutePath);
        var isPlace = path.StartsWithSegments(DeskAddress.Root, StringComparison.Ordinal) && !path.StartsWithSegments(DeskAddress.SignIn) && !path.StartsWithSegments(DeskAddress.SignOut);
        return isPlace && !address.AbsolutePath.Contains("%2e", StringComparison.OrdinalIgnoreCase) ? address.PathAndQuery + address.Fragment : DeskAddress.Root;
    }

    /// <summary>An address of the way in, with the place it leads to.</summary>
    public static string Carry(string address, string back) => back == DeskAddress.Root ? address : $"{address}?{Field}={Uri.EscapeDataString(back)}";
}
