using Repository.Core.Accounts;
using Repository.Web.Operations;

namespace Repository.Web.Desk.SignIn;

/// <summary>An installation that nobody can enter yet gets its first account when it first serves. The password is told once, at the terminal, and stands in no log.</summary>
internal static class FirstAdministrator
{
    private const int Groups = 5;

    public static async Task WelcomeAsync(this WebApplication app, CancellationToken cancellation)
    {
        var (keeping, options) = (app.Services.GetRequiredService<AccountKeeping>(), app.Services.GetRequiredService<RepositoryOptions>());
        if ((await app.Services.GetRequiredService<IAccountStore>().ReadAsync(reader => reader.AccountsAsync(), cancellation)).Count > 0) return;
        var password = NewPassword();
        if (await keeping.FoundAsync(options.Desk.AdministratorEmail, "Administración", password, cancellation) is not { } first) return;
        await Console.Error.WriteLineAsync($"""
            La primera cuenta del escritorio editorial (/desk), que administra las demás. La contraseña se dice solo esta vez:
              correo:     {first.Email}
              contraseña: {password}
            """);
    }

    /// <summary>A hundred random bits, made to be copied from a screen.</summary>
    public static string NewPassword() => SecretToken.Typed(Groups);
}
