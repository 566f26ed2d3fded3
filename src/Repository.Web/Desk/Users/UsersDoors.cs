using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Users;

/// <summary>Where accounts are looked after: the own one, and everybody's.</summary>
internal static class UsersDoors
{
    public static void AddUsers(this IServiceCollection services)
    {
        services.AddSingleton<AccountPages>();
        services.AddSingleton<UsersPages>();
    }

    public static void MapUsers(this WebApplication app)
    {
        var own = app.Services.GetRequiredService<AccountPages>();
        app.MapGet(DeskAddress.Account, own.ShowAsync);
        app.MapPost($"{DeskAddress.Account}/name", own.RenameAsync);
        app.MapPost($"{DeskAddress.Account}/password", own.ChangePasswordAsync);
        app.MapGet($"{DeskAddress.Account}/factor", own.ShowFactorAsync);
        app.MapPost($"{DeskAddress.Account}/factor", own.ConfirmFactorAsync);
        app.MapPost($"{DeskAddress.Account}/factor/remove", own.RemoveFactorAsync);
        app.MapPost($"{DeskAddress.Account}/codes", own.MakeCodesAsync);
        app.MapPost($"{DeskAddress.Account}/sessions/others", own.EndOtherSessionsAsync);
        app.MapPost($"{DeskAddress.Account}/sessions/{{session:guid}}", own.EndSessionAsync);

        var users = app.Services.GetRequiredService<UsersPages>();
        const string One = $"{DeskAddress.Users}/{{account:guid}}";
        app.MapGet(DeskAddress.Users, users.ShowAllAsync);
        app.MapGet($"{DeskAddress.Users}/events", users.ShowEventsAsync);
        app.MapGet($"{DeskAddress.Users}/new", users.ShowNewAsync);
        app.MapPost($"{DeskAddress.Users}/new", users.InviteAsync);
        app.MapGet(One, users.ShowAsync);
        app.MapPost($"{One}/grants", users.GrantAsync);
        app.MapPost($"{One}/lock", users.LockAsync);
        app.MapPost($"{One}/unlock", users.UnlockAsync);
        app.MapPost($"{One}/reset", users.ResetAsync);
        app.MapPost($"{One}/factor", users.RemoveFactorAsync);
        app.MapPost($"{One}/sessions", users.EndSessionsAsync);
    }
}
