using Repository.Core.Forms;
using Repository.Core.Forms.Mail;

namespace Repository.Core.Tests.Forms;

public sealed class LetterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 21, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void a_letter_is_tried_ever_later_for_days_and_then_no_more()
    {
        var (at, waits) = (Noon, new List<TimeSpan>());
        for (var attempt = 1; LetterRetry.Next(attempt, at) is { } next; attempt++)
        {
            waits.Add(next - at);
            at = next;
        }

        Assert.Equal(TimeSpan.FromMinutes(1), waits[0]);
        Assert.Equal(waits.Order(), waits);
        Assert.InRange((at - Noon).TotalDays, 3, 5);
    }

    [Fact]
    public void an_address_counts_only_where_the_form_means_it()
    {
        var meant = AForm.Text("correo") with { Settings = AForm.Text("x").Settings.Add("fieldType", "email").Add(Acknowledging.Setting, "true") };
        var other = meant with { Settings = meant.Settings.Remove(Acknowledging.Setting) };
        var answers = Answers.None.With("correo", "rosa@example.org");

        Assert.Equal("rosa@example.org", Acknowledging.Address(AForm.Definition(meant), answers));
        Assert.Null(Acknowledging.Address(AForm.Definition(other), answers));
        Assert.Null(Acknowledging.Address(AForm.Definition(meant), Answers.None));
        Assert.Null(Acknowledging.Address(AForm.Definition(meant), Answers.None.With("correo", "no es")));
    }
}
