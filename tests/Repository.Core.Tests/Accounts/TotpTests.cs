using System.Text;
using Repository.Core.Accounts;

namespace Repository.Core.Tests.Accounts;

/// <summary>Codes of RFC 6238, appendix B (SHA-1), and RFC 4648 for the way the secret is written.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void codes_are_those_of_the_standard(long seconds, string code)
    {
        var step = Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, Totp.Code(Secret, step, digits: 8));
        Assert.Equal(code[2..], Totp.Code(Secret, step));
    }

    [Fact]
    public void a_clock_may_be_a_step_ahead_or_behind_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var here = Totp.StepAt(now);

        var matched = Enumerable.Range(-2, 5).Select(offset => Totp.Match(Secret, Totp.Code(Secret, here + offset), now, 0)).ToArray();

        Assert.Equal([null, here - 1, here, here + 1, null], matched);
    }

    [Fact]
    public void a_code_counts_once_and_none_that_is_older_after_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var here = Totp.StepAt(now);

        Assert.Null(Totp.Match(Secret, Totp.Code(Secret, here), now, lastUsed: here));
        Assert.Null(Totp.Match(Secret, Totp.Code(Secret, here - 1), now, lastUsed: here));
        Assert.Equal(here + 1, Totp.Match(Secret, Totp.Code(Secret, here + 1), now, lastUsed: here));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059240")]
    [InlineData("٠٠٥٩٢٤")]
    public void what_is_no_code_matches_nothing(string typed) => Assert.Null(Totp.Match(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(1234567890), 0));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void a_secret_is_written_in_base_32(string bytes, string text) => Assert.Equal(text, Totp.Base32(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void the_link_of_an_app_names_issuer_and_account() => Assert.Equal(
        "otpauth://totp/Repositorio:ana%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Repositorio&algorithm=SHA1&digits=6&period=30",
        Totp.Link(Secret, "Repositorio", "ana@example.org"));
}
