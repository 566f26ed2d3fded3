using Repository.Core.Calls;

namespace Repository.Core.Tests.Calls;

public sealed class CallChoiceTests
{
    private static readonly CallZone Mexico = CallZone.Find(CallZone.Usual)!;
    private static readonly Guid Form = Guid.NewGuid();
    private static readonly Call Past = ACall("2022", "2022-03-01", "2022-07-31");
    private static readonly Call Open = ACall("2026", "2026-03-01", "2026-07-31");
    private static readonly Call Coming = ACall("2027", "2027-03-01", "2027-07-31");

    [Fact]
    public void an_entry_applies_to_the_call_it_was_sent_from() =>
        Assert.Equal(Past.Key, CallChoice.Of([Coming, Open, Past], Form, Past.Key, Moment("2026-04-01"))!.Key);

    [Theory]
    [InlineData("2026-04-01", "2026")]
    [InlineData("2026-01-01", "2026")]
    [InlineData("2026-12-01", "2027")]
    [InlineData("2028-01-01", "2027")]
    public void of_several_with_its_form_it_is_the_one_that_is_open_or_opens_next_or_closed_last(string at, string expected) =>
        Assert.Equal(expected, CallChoice.Of([Past, Coming, Open], Form, Guid.NewGuid(), Moment(at))!.Name);

    [Fact]
    public void a_call_with_another_form_is_never_meant() => Assert.Null(CallChoice.Of([Open], Guid.NewGuid(), Open.Key, Moment("2026-04-01")));

    private static Call ACall(string name, string opens, string closes) => new(Guid.NewGuid(), name)
    {
        Zone = Mexico,
        Form = Form,
        Dates = new CallDates(Mexico, Moment(opens).DateTime, Moment(closes).DateTime),
    };

    private static DateTimeOffset Moment(string day) => DateTimeOffset.Parse($"{day}T12:00:00-06:00", System.Globalization.CultureInfo.InvariantCulture);
}
