using Repository.Core.Editors.Dates;

namespace Repository.Core.Tests.Editors;

public sealed class EdtfDateTests
{
    [Theory]
    [InlineData("2018-07-31", EdtfPrecision.Day)]
    [InlineData("2018-07", EdtfPrecision.Month)]
    [InlineData("2018-07-XX", EdtfPrecision.Month)]
    [InlineData("2018-21", EdtfPrecision.Season)]
    [InlineData("2018", EdtfPrecision.Year)]
    [InlineData("2018-XX-XX", EdtfPrecision.Year)]
    [InlineData("Y17000", EdtfPrecision.Year)]
    [InlineData("198X", EdtfPrecision.Decade)]
    [InlineData("19XX", EdtfPrecision.Century)]
    [InlineData("2018/..", EdtfPrecision.Interval)]
    public void a_date_says_how_exactly_it_is_known(string text, EdtfPrecision precision) => Assert.Equal(precision, EdtfDate.Parse(text)!.Precision);

    [Theory]
    [InlineData("1990~", true, false)]
    [InlineData("1990?", false, true)]
    [InlineData("1990%", true, true)]
    [InlineData("1990", false, false)]
    public void a_date_says_whether_it_is_doubted(string text, bool isApproximate, bool isUncertain)
    {
        var date = EdtfDate.Parse(text)!;

        Assert.Equal((isApproximate, isUncertain), (date.IsApproximate, date.IsUncertain));
    }

    [Theory]
    [InlineData("2018-07/2019", "2018-07", "2019")]
    [InlineData("../2004", null, "2004")]
    [InlineData("2004/", "2004", null)]
    [InlineData("1990~/1995", "1990~", "1995")]
    public void the_ends_of_an_interval_are_dates_of_their_own(string text, string? from, string? to)
    {
        var date = EdtfDate.Parse(text)!;

        Assert.Equal((from, to), (date.From?.Text, date.To?.Text));
    }
}
