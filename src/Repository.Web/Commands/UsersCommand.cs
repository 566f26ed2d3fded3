using System.Collections.Immutable;
using System.CommandLine;
using Microsoft.AspNetCore.DataProtection;
using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.SignIn;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary><c>users</c>: whoever has the machine can always let somebody in.</summary>
internal static class UsersCommand
{
    private static readonly Dictionary<AccountState, string> Said = new()
    {
        [AccountState.Invited] = "aún sin contraseña",
        [AccountState.Active] = "activa",
        [AccountState.Locked] = "cerrada",
    };

    public static Command Build()
    {
        var command = new Command("users", "Add and list who works at the desk, or give somebody a new password.");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(List());
        command.Subcommands.Add(Reset());
        return command;
    }

    private static Command Add()
    {
        var words = new Argument<string[]>("EMAIL NAME ROLE [SECTION]") { Description = $"E-mail, name, role ({Roles}) and, for a part of the tree alone, the key of its topmost item." };
        var invite = new Option<bool>("--invite") { Description = "Print a link by which the person chooses a password, instead of a password." };
        var command = MediaCommand.Command("add", "Add somebody and print the password, or the link to choose one.");
        command.Arguments.Add(words);
        command.Options.Add(invite);
        command.SetAction((parsed, cancellation) => MediaCommand.WorkAsync(parsed, words, async (installation, given) =>
        {
            if (given is not [var email, var name, var role, .. var rest] || rest.Length > 1) throw new StartRefusedException($"Di correo, nombre y papel de la persona. {RepositoryCommands.TryHelp}");
            var password = parsed.GetValue(invite) ? null : FirstAdministrator.NewPassword();
            var grants = ImmutableArray.Create(new Grant(RoleOf(role), await SectionAsync(installation, rest)));
            var done = Done(await Keeping(installation).AddAsync(Keeper.Terminal, new NewAccount(email, name, grants), password, cancellation));
            if (password is null) Console.WriteLine($"{DeskAddress.Invitation}/{done.Secret}");
            else Tell(done.Account, password);
            return 0;
        }, cancellation));
        return command;
    }

    private static Command List()
    {
        var command = MediaCommand.Command("list", "List who works at the desk.");
        command.SetAction((parsed, cancellation) => MediaCommand.WorkAsync(parsed, null, async (installation, _) =>
        {
            foreach (var account in await installation.Store.Accounts.ReadAsync(reader => reader.AccountsAsync(), cancellation))
            {
                var grants = account.Grants.Select(grant => grant.Section is { } section ? $"{grant.Role}/{section}" : $"{grant.Role}");
                Console.WriteLine($"{account.Email}  {account.Name}  {string.Join(' ', grants)}  {Said[account.State]}{(account.HasFactor ? ", con segundo factor" : "")}");
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static Command Reset()
    {
        var email = new Argument<string[]>("EMAIL") { Description = "Whose password is made anew." };
        var factor = new Option<bool>("--factor") { Description = "Remove the second factor as well, for whoever lost it with the recovery codes." };
        var command = MediaCommand.Command("reset", "Print a new password, end all sessions and unlock the account.");
        command.Arguments.Add(email);
        command.Options.Add(factor);
        command.SetAction((parsed, cancellation) => MediaCommand.WorkAsync(parsed, email, async (installation, given) =>
        {
            if (given is not [var whose]) throw new StartRefusedException($"Di el correo de la cuenta. {RepositoryCommands.TryHelp}");
            var account = await installation.Store.Accounts.ReadAsync(reader => reader.FindByEmailAsync(EmailAddress.Normal(whose)), cancellation)
                ?? throw new StartRefusedException($"No hay ninguna cuenta con el correo «{whose}».");
            var (keeping, password) = (Keeping(installation), FirstAdministrator.NewPassword());
            var done = Done(await keeping.SetPasswordAsync(Keeper.Terminal, account.Key, password, cancellation));
            if (parsed.GetValue(factor)) Done(await keeping.RemoveFactorAsync(Keeper.Terminal, account.Key, cancellation));
            Tell(done.Account, password);
            return 0;
        }, cancellation));
        return command;
    }

    private static string Roles => string.Join(", ", Enum.GetNames<Role>()).ToLowerInvariant();

    /// <summary>Nothing is sealed or opened here, so no keys are needed.</summary>
    private static AccountKeeping Keeping(Installation installation) =>
        new(installation.Store.Accounts, new SecretKeeping(new EphemeralDataProtectionProvider()), new PasswordRules(CommonPasswords.Contains), installation.Clock);

    private static Role RoleOf(string word) =>
        Enum.TryParse<Role>(word, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : throw new StartRefusedException($"«{word}» no es un papel. Hay estos: {Roles}.");

    private static async Task<Guid?> SectionAsync(Installation installation, string[] words)
    {
        if (words is not [var word]) return null;
        if (!Guid.TryParse(word, out var key) || await installation.Store.ReadAsync(reader => reader.FindAsync(key), CancellationToken.None) is null) throw new StartRefusedException($"No hay ningún elemento con el identificador «{word}».");
        return key;
    }

    private static AccountResult.Done Done(AccountResult result) => result switch
    {
        AccountResult.Done done => done,
        AccountResult.Refused { Problem: AccountProblem.BadEmail } => throw new StartRefusedException("Eso no es una dirección de correo."),
        AccountResult.Refused { Problem: AccountProblem.NoName } => throw new StartRefusedException("Falta el nombre, o tiene más de cien letras."),
        AccountResult.Refused { Problem: AccountProblem.EmailTaken } => throw new StartRefusedException("Ya hay una cuenta con este correo."),
        _ => throw new InvalidOperationException($"Nobody thought of {result}."),
    };

    private static void Tell(Account account, string password) => Console.WriteLine($"""
        correo:     {account.Email}
        contraseña: {password}
        """);
}
