using Repository.Core.Accounts;
using Repository.Core.Workflow;

namespace Repository.Core.Tests.Accounts;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 10, 0, 0, TimeSpan.Zero);
    private static readonly Account Ana = new(new Guid("5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00"), "ana@example.org", "Ana") { PasswordHash = "x" };

    [Theory]
    [InlineData("ana@example.org", "ana@example.org")]
    [InlineData("  Ana@Example.ORG ", "ana@example.org")]
    [InlineData("admin@localhost", "admin@localhost")]
    [InlineData("ana", null)]
    [InlineData("", null)]
    [InlineData("Ana <ana@example.org>", null)]
    [InlineData("a na@example.org", null)]
    [InlineData("ana@example.org\nbcc: x@example.org", null)]
    public void an_email_has_one_form_or_is_none(string typed, string? email) => Assert.Equal(email, EmailAddress.Parse(typed));

    [Fact]
    public void an_account_is_shut_after_too_many_failures_and_opens_by_itself()
    {
        var account = Ana;

        for (var failure = 1; failure < Lockout.MostFailures; failure++) account = account.AfterFailure(Now);
        Assert.False(account.IsShut(Now));
        account = account.AfterFailure(Now);

        Assert.True(account.IsShut(Now));
        Assert.True(account.IsShut(Now + Lockout.Pause - TimeSpan.FromSeconds(1)));
        Assert.False(account.IsShut(Now + Lockout.Pause));
        Assert.Equal(0, account.AfterSuccess(Now).Failures);
    }

    [Theory]
    [InlineData(Role.Publisher, true, Standing.MustEnrol)]
    [InlineData(Role.Administrator, true, Standing.MustEnrol)]
    [InlineData(Role.Systematiser, true, Standing.Whole)]
    [InlineData(Role.Administrator, false, Standing.Whole)]
    public void whoever_can_make_things_public_must_have_a_second_factor(Role role, bool isRequired, Standing standing)
    {
        var policy = AccountPolicy.Default with { FactorRequired = isRequired };

        Assert.Equal(standing, policy.StandingOf(Ana with { Grants = [new Grant(role, null)] }, ASession()));
    }

    [Fact]
    public void whoever_has_a_second_factor_is_not_in_without_it()
    {
        var account = Ana with { Factor = "sealed", Grants = [new Grant(Role.Translator, null)] };

        Assert.Equal(Standing.AwaitsCode, AccountPolicy.Default.StandingOf(account, ASession()));
        Assert.Equal(Standing.Whole, AccountPolicy.Default.StandingOf(account, ASession() with { WithFactor = true }));
    }

    [Fact]
    public void a_session_ends_when_nobody_uses_it_and_after_a_day_at_the_desk()
    {
        var policy = AccountPolicy.Default;
        var used = ASession() with { SeenAt = Now + policy.Longest };

        Assert.False(policy.IsOver(ASession(), Standing.Whole, Now + policy.Idle));
        Assert.True(policy.IsOver(ASession(), Standing.Whole, Now + policy.Idle + TimeSpan.FromSeconds(1)));
        Assert.False(policy.IsOver(used, Standing.Whole, Now + policy.Longest));
        Assert.True(policy.IsOver(used, Standing.Whole, Now + policy.Longest + TimeSpan.FromSeconds(1)));
        Assert.True(policy.IsOver(ASession(), Standing.AwaitsCode, Now + AccountPolicy.HalfWay + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void secrets_are_long_and_never_the_same_and_recovery_codes_bear_being_typed()
    {
        Assert.Equal(43, SecretToken.New().Length);
        Assert.NotEqual(SecretToken.New(), SecretToken.New());
        Assert.Equal(RecoveryCode.Count, RecoveryCode.NewSet().Distinct().Count());
        Assert.Equal(RecoveryCode.Hash("abcd-efgh-2345-6789"), RecoveryCode.Hash(" ABCD efgh 23456789"));
    }

    private static Session ASession() => new(Guid.NewGuid(), Ana.Key, "hash", Now, Now, Visitor.Terminal);
}
