namespace Repository.Web.Desk.Serving;

/// <summary>Where things are at the desk.</summary>
internal static class DeskAddress
{
    public const string Root = "/desk";
    public const string Api = "/desk/api";
    public const string SignIn = "/desk/signin";
    public const string SignInCode = "/desk/signin/code";
    public const string SignInFactor = "/desk/signin/factor";
    public const string SignOut = "/desk/signout";
    public const string Invitation = "/desk/invitation";
    public const string Account = "/desk/account";
    public const string Users = "/desk/users";
    public const string Content = "/desk/content";
    public const string Trash = "/desk/trash";
    public const string Media = "/desk/media";
    public const string Review = "/desk/review";
    public const string Calls = "/desk/calls";
    public const string Audit = "/desk/audit";
    public const string Forms = "/desk/forms";
    public const string Calendar = "/desk/calendar";
    public const string Translations = "/desk/translations";
    public const string Settings = "/desk/settings";

    public static string Of(Guid item) => $"{Content}/{item:d}";

    /// <summary>The way to sign in and back to where one wanted to go.</summary>
    public static string SignInFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Value is { } path && path != Root ? $"{SignIn}?return={Uri.EscapeDataString(path + request.QueryString)}" : SignIn;
}
