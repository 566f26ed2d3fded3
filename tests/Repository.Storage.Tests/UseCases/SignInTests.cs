using Repository.Core.Accounts;
using Repository.Core.Workflow;
using Repository.Testing;

namespace Repository.Storage.Tests.UseCases;

public abstract class SignInTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task whoever_has_the_password_is_in_and_known_again_by_the_token_alone()
    {
        var lodge = new Lodge(await OpenAsync());
        var account = await lodge.AddAsync(Role.Systematiser, new Guid("5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00"));

        var entered = await lodge.EnterAsync(Role.Systematiser);

        var known = await lodge.SignIn.WhoAsync(entered.Token, Cancellation);
        Assert.Equal(account.Person.Key, known!.Account.Key);
        Assert.Equal(account.Grants, known.Account.Grants);
        Assert.Equal(Lodge.Home, known.Session.Visitor);
        Assert.Equal(lodge.Clock.Now, known.Account.SignedInAt);
        Assert.NotEqual(entered.Token, known.Session.TokenHash);
        Assert.Null(await lodge.SignIn.WhoAsync(known.Session.TokenHash, Cancellation));
        Assert.Null(await lodge.SignIn.WhoAsync(SecretToken.New(), Cancellation));
    }

    [Fact]
    public async Task strangers_are_refused_alike_and_cost_the_same_work()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);

        var wrong = await lodge.TryAsync(Role.Reviewer, "otra cosa");
        var unknown = await lodge.TryAsync(Role.Translator);

        Assert.Equal(wrong, unknown);
        Assert.IsType<SignInResult.Refused>(wrong);
        Assert.Equal(2, lodge.Secrets.Matches);
        Assert.Equal([AccountEventKind.UnknownAccount, AccountEventKind.WrongPassword, AccountEventKind.Created], await lodge.HappenedAsync());
    }

    [Fact]
    public async Task too_many_failures_shut_an_account_even_to_its_owner_until_the_pause_is_over()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);
        for (var failure = 0; failure < Lockout.MostFailures; failure++) await lodge.TryAsync(Role.Reviewer, "otra cosa");

        var during = await lodge.TryAsync(Role.Reviewer);
        lodge.Clock.Now += Lockout.Pause;
        var after = await lodge.TryAsync(Role.Reviewer);

        Assert.IsType<SignInResult.Refused>(during);
        Assert.IsType<SignInResult.Admitted>(after);
    }

    [Fact]
    public async Task a_session_the_browser_came_with_ends_when_somebody_signs_in()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);
        var first = await lodge.EnterAsync(Role.Reviewer);

        await lodge.SignIn.WithPasswordAsync(Lodge.EmailOf(Role.Reviewer), Lodge.Password, Lodge.Home, first.Admission.Session, Cancellation);

        Assert.Null(await lodge.SignIn.WhoAsync(first.Token, Cancellation));
    }

    [Fact]
    public async Task a_session_lives_while_it_is_used_and_ends_when_it_is_not()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);
        var entered = await lodge.EnterAsync(Role.Reviewer);

        for (var visit = 0; visit < 3; visit++)
        {
            lodge.Clock.Now += AccountPolicy.Default.Idle;
            Assert.NotNull(await lodge.SignIn.WhoAsync(entered.Token, Cancellation));
        }

        lodge.Clock.Now += AccountPolicy.Default.Idle + TimeSpan.FromSeconds(1);
        Assert.Null(await lodge.SignIn.WhoAsync(entered.Token, Cancellation));
    }

    [Fact]
    public async Task a_publisher_sets_up_a_second_factor_and_is_asked_for_it_from_then_on()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Publisher);

        var first = await lodge.EnterAsync(Role.Publisher);
        var (whole, secret, recovery) = await lodge.EnrolledAsync(Role.Publisher);
        lodge.Clock.Now += TimeSpan.FromMinutes(1);
        var half = await lodge.EnterAsync(Role.Publisher);
        var second = await lodge.SignIn.WithCodeAsync(half.Admission, lodge.Code(secret), Lodge.Home, Cancellation);

        Assert.Equal(Standing.MustEnrol, first.Admission.Standing);
        Assert.Equal(Standing.Whole, whole.Standing);
        Assert.Equal(RecoveryCode.Count, recovery.Count);
        Assert.Equal(Standing.AwaitsCode, half.Admission.Standing);
        var admitted = Assert.IsType<SignInResult.Admitted>(second);
        Assert.Equal(Standing.Whole, admitted.Admission.Standing);
        Assert.Null(await lodge.SignIn.WhoAsync(half.Token, Cancellation));
    }

    [Fact]
    public async Task a_code_counts_once_even_for_somebody_else_who_saw_it()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Publisher);
        var (_, secret, _) = await lodge.EnrolledAsync(Role.Publisher);
        lodge.Clock.Now += TimeSpan.FromMinutes(1);
        var (mine, theirs) = (await lodge.EnterAsync(Role.Publisher), await lodge.EnterAsync(Role.Publisher));
        var code = lodge.Code(secret);

        var first = await lodge.SignIn.WithCodeAsync(mine.Admission, code, Lodge.Home, Cancellation);
        var second = await lodge.SignIn.WithCodeAsync(theirs.Admission, code, Lodge.Home, Cancellation);

        Assert.IsType<SignInResult.Admitted>(first);
        Assert.IsType<SignInResult.Refused>(second);
    }

    [Fact]
    public async Task a_recovery_code_counts_once_however_it_is_typed()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Publisher);
        var (whole, _, recovery) = await lodge.EnrolledAsync(Role.Publisher);

        var first = await lodge.SignIn.WithCodeAsync((await lodge.EnterAsync(Role.Publisher)).Admission, recovery[3].ToUpperInvariant().Replace('-', ' '), Lodge.Home, Cancellation);
        var again = await lodge.SignIn.WithCodeAsync((await lodge.EnterAsync(Role.Publisher)).Admission, recovery[3], Lodge.Home, Cancellation);

        Assert.IsType<SignInResult.Admitted>(first);
        Assert.IsType<SignInResult.Refused>(again);
        Assert.Equal(RecoveryCode.Count - 1, await lodge.Store.ReadAsync(reader => reader.RecoveryCodesAsync(whole.Account.Key), Cancellation));
    }

    [Fact]
    public async Task knowing_the_password_does_not_make_failures_with_the_code_forgotten()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Publisher);
        var (_, secret, _) = await lodge.EnrolledAsync(Role.Publisher);
        lodge.Clock.Now += TimeSpan.FromMinutes(1);
        for (var failure = 0; failure < Lockout.MostFailures; failure++)
        {
            await lodge.SignIn.WithCodeAsync((await lodge.EnterAsync(Role.Publisher)).Admission, "000000", Lodge.Home, Cancellation);
        }

        var shut = await lodge.TryAsync(Role.Publisher);

        Assert.IsType<SignInResult.Refused>(shut);
        lodge.Clock.Now += Lockout.Pause;
        Assert.IsType<SignInResult.Admitted>(await lodge.SignIn.WithCodeAsync((await lodge.EnterAsync(Role.Publisher)).Admission, lodge.Code(secret), Lodge.Home, Cancellation));
    }

    [Fact]
    public async Task a_new_password_ends_all_sessions_and_renews_the_own_token()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);
        var (here, elsewhere) = (await lodge.EnterAsync(Role.Reviewer), await lodge.EnterAsync(Role.Reviewer));

        var wrong = await lodge.Own.ChangePasswordAsync(here.Admission, "otra cosa", "la milpa de mi abuela", Cancellation);
        var common = await lodge.Own.ChangePasswordAsync(here.Admission, Lodge.Password, "contraseña123", Cancellation);
        var done = Lodge.Done(await lodge.Own.ChangePasswordAsync(here.Admission, Lodge.Password, "la milpa de mi abuela", Cancellation));

        Assert.Equal(AccountProblem.WrongPassword, Lodge.Refused(wrong));
        Assert.Equal(AccountProblem.PasswordCommon, Lodge.Refused(common));
        foreach (var session in new[] { here, elsewhere }) Assert.Null(await lodge.SignIn.WhoAsync(session.Token, Cancellation));
        Assert.NotNull(await lodge.SignIn.WhoAsync(done.Secret, Cancellation));
        Assert.IsType<SignInResult.Refused>(await lodge.TryAsync(Role.Reviewer));
    }

    [Fact]
    public async Task nobody_ends_another_persons_session_from_their_own_account()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);
        await lodge.AddAsync(Role.Translator);
        var (mine, theirs) = (await lodge.EnterAsync(Role.Reviewer), await lodge.EnterAsync(Role.Translator));

        var result = await lodge.Own.EndSessionAsync(mine.Admission, theirs.Admission.Session.Key, Cancellation);

        Assert.Equal(AccountProblem.Missing, Lodge.Refused(result));
        Assert.NotNull(await lodge.SignIn.WhoAsync(theirs.Token, Cancellation));
    }

    [Fact]
    public async Task what_is_older_than_is_kept_is_forgotten_at_the_next_sign_in()
    {
        var lodge = new Lodge(await OpenAsync());
        await lodge.AddAsync(Role.Reviewer);
        await lodge.EnterAsync(Role.Reviewer);

        lodge.Clock.Now += AccountPolicy.Default.EventsKept + TimeSpan.FromDays(1);
        var entered = await lodge.EnterAsync(Role.Reviewer);

        Assert.Equal([AccountEventKind.SignedIn], await lodge.HappenedAsync());
        Assert.Single(await lodge.Store.ReadAsync(reader => reader.SessionsAsync(entered.Admission.Account.Key), Cancellation));
    }
}

public sealed class SqliteSignInTests() : SignInTests(new SqliteTestDatabase());

public sealed class PostgresSignInTests(PostgresCluster cluster) : SignInTests(new PostgresTestDatabase(cluster));
