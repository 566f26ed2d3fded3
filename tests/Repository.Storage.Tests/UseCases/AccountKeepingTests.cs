using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Testing;

namespace Repository.Storage.Tests.UseCases;

public abstract class AccountKeepingTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task the_first_account_is_made_once_however_many_start_together()
    {
        var (one, two) = (new Lodge(await OpenAsync()), new Lodge(await OpenAsync()));

        var made = await Task.WhenAll(((Lodge[])[one, two]).Select(lodge => lodge.Keeping.FoundAsync("admin@localhost", "Administración", Lodge.Password, Cancellation)));

        Assert.Single(made, account => account is not null);
        Assert.True(Assert.Single(await one.Store.ReadAsync(reader => reader.AccountsAsync(), Cancellation)).IsAdministrator);
    }

    [Fact]
    public async Task an_invitation_is_taken_up_once_with_a_name_and_a_password()
    {
        var lodge = new Lodge(await OpenAsync());
        var invited = Lodge.Done(await lodge.Keeping.AddAsync(Keeper.Terminal, new NewAccount("Ana@Example.org", "Ana", [new Grant(Role.Reviewer, null)]), null, Cancellation));

        var before = await lodge.SignIn.WithPasswordAsync("ana@example.org", "", Lodge.Home, null, Cancellation);
        var common = await lodge.Keeping.JoinAsync(invited.Secret, "Ana López", "contraseña123", Lodge.Home, Cancellation);
        var joined = Lodge.Done(await lodge.Keeping.JoinAsync(invited.Secret, "Ana López", Lodge.Password, Lodge.Home, Cancellation));
        var again = await lodge.Keeping.JoinAsync(invited.Secret, "Otra", "la milpa de mi abuela", Lodge.Home, Cancellation);

        Assert.IsType<SignInResult.Refused>(before);
        Assert.Equal(AccountProblem.PasswordCommon, Lodge.Refused(common));
        Assert.Equal("Ana López", joined.Account.Name);
        Assert.Equal(AccountProblem.LinkOver, Lodge.Refused(again));
        Assert.IsType<SignInResult.Admitted>(await lodge.SignIn.WithPasswordAsync("ana@example.org", Lodge.Password, Lodge.Home, null, Cancellation));
    }

    [Fact]
    public async Task an_invitation_expires_and_a_newer_one_takes_its_place()
    {
        var lodge = new Lodge(await OpenAsync());
        var first = Lodge.Done(await lodge.Keeping.AddAsync(Keeper.Terminal, new NewAccount("ana@example.org", "Ana", [new Grant(Role.Reviewer, null)]), null, Cancellation));
        var second = Lodge.Done(await lodge.Keeping.ResetAsync(Keeper.Terminal, first.Account.Key, Cancellation));

        Assert.Null(await lodge.Keeping.InvitedAsync(first.Secret, Cancellation));
        Assert.NotNull(await lodge.Keeping.InvitedAsync(second.Secret, Cancellation));
        lodge.Clock.Now += AccountPolicy.InvitationLife;
        Assert.Equal(AccountProblem.LinkOver, Lodge.Refused(await lodge.Keeping.JoinAsync(second.Secret, "Ana", Lodge.Password, Lodge.Home, Cancellation)));
    }

    [Fact]
    public async Task only_an_administrator_of_this_very_moment_looks_after_accounts()
    {
        var lodge = new Lodge(await OpenAsync());
        var (first, second, editor) = (await lodge.AddAsync(Role.Administrator), await AnotherAdministratorAsync(lodge), await lodge.AddAsync(Role.Publisher));

        var byEditor = await lodge.Keeping.GrantAsync(By(editor), editor.Key, [new Grant(Role.Administrator, null)], Cancellation);
        Lodge.Done(await lodge.Keeping.GrantAsync(By(first), second.Key, [new Grant(Role.Reviewer, null)], Cancellation));
        var afterwards = await lodge.Keeping.LockAsync(By(second), first.Key, Cancellation);

        Assert.Equal(AccountProblem.Forbidden, Lodge.Refused(byEditor));
        Assert.Equal(AccountProblem.Forbidden, Lodge.Refused(afterwards));
    }

    [Fact]
    public async Task nobody_takes_away_the_last_administrator()
    {
        var lodge = new Lodge(await OpenAsync());
        var (last, locked) = (await lodge.AddAsync(Role.Administrator), await AnotherAdministratorAsync(lodge));
        Lodge.Done(await lodge.Keeping.LockAsync(By(last), locked.Key, Cancellation));

        AccountResult[] results =
        [
            await lodge.Keeping.LockAsync(By(last), last.Key, Cancellation),
            await lodge.Keeping.ResetAsync(By(last), last.Key, Cancellation),
            await lodge.Keeping.GrantAsync(By(last), last.Key, [new Grant(Role.Publisher, null)], Cancellation),
            await lodge.Keeping.GrantAsync(Keeper.Terminal, last.Key, [new Grant(Role.Publisher, null)], Cancellation),
        ];

        Assert.All(results, result => Assert.Equal(AccountProblem.LastAdministrator, Lodge.Refused(result)));
        Lodge.Done(await lodge.Keeping.UnlockAsync(By(last), locked.Key, Cancellation));
        Lodge.Done(await lodge.Keeping.LockAsync(By(last), last.Key, Cancellation));
    }

    [Fact]
    public async Task a_locked_account_is_out_at_once_and_can_be_opened_again()
    {
        var lodge = new Lodge(await OpenAsync());
        var (administrator, reviewer) = (await lodge.AddAsync(Role.Administrator), await lodge.AddAsync(Role.Reviewer));
        var inside = await lodge.EnterAsync(Role.Reviewer);

        await lodge.Keeping.LockAsync(By(administrator), reviewer.Key, Cancellation);

        Assert.Null(await lodge.SignIn.WhoAsync(inside.Token, Cancellation));
        Assert.IsType<SignInResult.Refused>(await lodge.TryAsync(Role.Reviewer));
        await lodge.Keeping.UnlockAsync(By(administrator), reviewer.Key, Cancellation);
        Assert.IsType<SignInResult.Admitted>(await lodge.TryAsync(Role.Reviewer));
    }

    [Fact]
    public async Task a_reset_makes_the_old_password_worthless_and_ends_what_is_open()
    {
        var lodge = new Lodge(await OpenAsync());
        var (administrator, reviewer) = (await lodge.AddAsync(Role.Administrator), await lodge.AddAsync(Role.Reviewer));
        var inside = await lodge.EnterAsync(Role.Reviewer);

        var reset = Lodge.Done(await lodge.Keeping.ResetAsync(By(administrator), reviewer.Key, Cancellation));

        Assert.Null(await lodge.SignIn.WhoAsync(inside.Token, Cancellation));
        Assert.IsType<SignInResult.Refused>(await lodge.TryAsync(Role.Reviewer));
        Lodge.Done(await lodge.Keeping.JoinAsync(reset.Secret, "Reviewer", Lodge.Password, Lodge.Home, Cancellation));
        Assert.IsType<SignInResult.Admitted>(await lodge.TryAsync(Role.Reviewer));
    }

    [Fact]
    public async Task what_an_account_must_have_is_asked_for()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);

        Task<AccountResult> AddAsync(string email, string name, params Grant[] grants) => lodge.Keeping.AddAsync(Keeper.Terminal, new NewAccount(email, name, [.. grants]), null, Cancellation);

        var role = new Grant(Role.Reviewer, null);
        Assert.Equal(AccountProblem.BadEmail, Lodge.Refused(await AddAsync("ana", "Ana", role)));
        Assert.Equal(AccountProblem.NoName, Lodge.Refused(await AddAsync("ana@example.org", " ", role)));
        Assert.Equal(AccountProblem.NoRole, Lodge.Refused(await AddAsync("ana@example.org", "Ana")));
        Assert.Equal(AccountProblem.EmailTaken, Lodge.Refused(await AddAsync("REVIEWER@example.org", "Ana", role)));
        Assert.Equal(AccountProblem.Missing, Lodge.Refused(await lodge.Keeping.LockAsync(Keeper.Terminal, Guid.NewGuid(), Cancellation)));
    }

    private static Keeper By(Account account) => new(account.Key, Lodge.Home);

    private static async Task<Account> AnotherAdministratorAsync(Lodge lodge) =>
        Lodge.Done(await lodge.Keeping.AddAsync(Keeper.Terminal, new NewAccount("otra@example.org", "Otra", [new Grant(Role.Administrator, null)]), Lodge.Password, Cancellation)).Account;
}

public sealed class SqliteAccountKeepingTests() : AccountKeepingTests(new SqliteTestDatabase());

public sealed class PostgresAccountKeepingTests(PostgresCluster cluster) : AccountKeepingTests(new PostgresTestDatabase(cluster));
