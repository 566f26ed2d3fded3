using Repository.Core.Accounts;

namespace Repository.Core.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly PasswordRules Rules = new(word => word is "password" or "contraseña" or "correcthorse1" or "qwerty");

    [Theory]
    [InlineData("tequio y mano vuelta")]
    [InlineData("la milpa de mi abuela")]
    [InlineData("ñandú-ñandú-mole-negro")]
    [InlineData("mi password es largo")]
    public void whatever_is_long_and_not_known_will_do(string password) => Assert.Null(Check(password));

    [Theory]
    [InlineData("once letras", AccountProblem.PasswordTooShort)]
    [InlineData("correcthorse1", AccountProblem.PasswordCommon)]
    [InlineData("CorrectHorse1", AccountProblem.PasswordCommon)]
    [InlineData("Contraseña2026!", AccountProblem.PasswordCommon)]
    [InlineData("password1234", AccountProblem.PasswordCommon)]
    [InlineData("1234password", AccountProblem.PasswordCommon)]
    [InlineData("passwordpassword", AccountProblem.PasswordCommon)]
    [InlineData("aaaaaaaaaaaaaaaa", AccountProblem.PasswordCommon)]
    [InlineData("abcabcabcabcabc", AccountProblem.PasswordCommon)]
    [InlineData("ana.lopez@example.org", AccountProblem.PasswordIsYou)]
    [InlineData("Ana.Lopez2026!!", AccountProblem.PasswordIsYou)]
    [InlineData("ana maría lópez", AccountProblem.PasswordIsYou)]
    [InlineData("AnaMaríaLópez1", AccountProblem.PasswordIsYou)]
    public void what_is_guessed_first_is_refused_with_its_reason(string password, AccountProblem problem) => Assert.Equal(problem, Check(password));

    [Fact]
    public void a_password_may_be_256_letters_long_and_no_longer()
    {
        var letters = string.Concat(Enumerable.Range(0, 300).Select(number => (char)('a' + (number * number % 26))));

        Assert.Null(Check(letters[..256]));
        Assert.Equal(AccountProblem.PasswordTooLong, Check(letters[..257]));
    }

    private static AccountProblem? Check(string password) => Rules.Check(password, "ana.lopez@example.org", "Ana María López");
}
