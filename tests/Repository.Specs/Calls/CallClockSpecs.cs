using System.Net;
using Repository.Specs.Site;

namespace Repository.Specs.Calls;

/// <summary>Whether a call takes applications is told by its own clock, wherever that hangs.</summary>
public sealed class CallClockSpecs(CallStage stage) : IClassFixture<CallStage>
{
    [Fact]
    public async Task a_call_says_when_it_opens_that_it_is_open_and_that_it_has_closed()
    {
        var path = stage.PathOf(await stage.CallAsync("De tres momentos", "2027-03-01T09:00:00-06:00", "2027-04-15T18:00:00-06:00"));

        await AssertAsync(path, "2027-03-01T08:59:59-06:00", "Abre el 1 de marzo de 2027, a las 09:00");
        await AssertAsync(path, "2027-03-01T09:00:00-06:00", "Abierta: recibe postulaciones hasta el 15 de abril de 2027, a las 18:00");
        await AssertAsync(path, "2027-04-15T18:00:59-06:00", "Abierta: recibe postulaciones hasta el 15 de abril de 2027, a las 18:00");
        await AssertAsync(path, "2027-04-15T18:01:00-06:00", "Cerrada: recibió postulaciones hasta el 15 de abril de 2027, a las 18:00");
    }

    [Theory]
    // Mexico City kept summer time in July 2022, gave it up that October, and Tijuana keeps it.
    [InlineData("America/Mexico_City", "2022-07-31T23:59:00-05:00", "2022-08-01T05:00:00Z")]
    [InlineData("America/Mexico_City", "2022-10-29T23:59:00-05:00", "2022-10-30T05:00:00Z")]
    [InlineData("America/Mexico_City", "2022-10-30T23:59:00-06:00", "2022-10-31T06:00:00Z")]
    [InlineData("America/Mexico_City", "2023-07-31T23:59:00-06:00", "2023-08-01T06:00:00Z")]
    [InlineData("America/Tijuana", "2023-07-31T23:59:00-07:00", "2023-08-01T07:00:00Z")]
    [InlineData("America/Cancun", "2023-07-31T23:59:00-05:00", "2023-08-01T05:00:00Z")]
    public async Task it_closes_with_the_last_minute_of_its_zone(string zone, string closes, string firstLate)
    {
        var path = stage.PathOf(await stage.CallAsync($"Cierra {zone} {closes}", null, closes, zone));
        var late = CallStage.Moment(firstLate);

        await AssertAsync(path, late.AddSeconds(-1).ToString("o"), "Abierta: recibe postulaciones hasta el");
        await AssertAsync(path, late.ToString("o"), "Cerrada: recibió postulaciones hasta el");
    }

    [Fact]
    public async Task its_card_in_the_list_says_the_same_and_changes_at_the_same_moment()
    {
        await stage.CallAsync("De la lista", null, "2028-01-31T23:59:00-06:00");
        stage.SetClock("2028-01-31T23:59:59-06:00");
        var open = await stage.Site.VisitAsync("/convocatorias/");

        stage.SetClock("2028-02-01T00:00:00-06:00");
        var closed = await stage.Site.VisitAsync("/convocatorias/", $"If-None-Match: {open.Header("ETag")}");

        Assert.Contains("Abierta: recibe postulaciones hasta el 31 de enero de 2028, a las 23:59", open.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, closed.Status);
        Assert.Contains("Cerrada: recibió postulaciones hasta el 31 de enero de 2028, a las 23:59", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_call_of_2022_is_told_by_its_day_because_its_source_gives_no_hour()
    {
        stage.SetClock("2026-01-01T12:00:00-06:00");

        var page = WebUtility.HtmlDecode(await stage.Site.PageAsync("/convocatorias/transparencia-proactiva-2022/"));

        Assert.Contains("Cerrada: recibió postulaciones hasta el 31 de julio de 2022.", page, StringComparison.Ordinal);
        Assert.Contains("Todavía no hay reconocimientos de esta convocatoria en el repositorio.", page, StringComparison.Ordinal);
        Assert.Contains("Propuesta de este repositorio; no es la rúbrica oficial.", page, StringComparison.Ordinal);
    }

    private async Task AssertAsync(string path, string moment, string told)
    {
        stage.SetClock(moment);

        Assert.Contains(told, WebUtility.HtmlDecode(await stage.Site.PageAsync(path)), StringComparison.Ordinal);
    }
}
