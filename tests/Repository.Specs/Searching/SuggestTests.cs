using System.Net;
using Repository.Specs.Delivery;

namespace Repository.Specs.Searching;

/// <summary>What is offered while someone types.</summary>
public sealed class SuggestTests(VillageSite village)
{
    private TestSite Site => village.Site;

    [Theory]
    [InlineData("t", "Tequio para el camino de saca")]
    [InlineData("camino teq", "Tequio para el camino de saca")]
    [InlineData("ÑAND", "Ñandú, árbol & «cañada» <br>")]
    [InlineData("santa maria cana", "Santa María Cañada")]
    public async Task a_name_is_offered_from_its_first_letter_on(string typed, string offered) => Assert.Equal(offered, (await OfferedAsync(typed))[0].Text);

    [Fact]
    public async Task practices_come_first_and_vocabularies_for_editors_not_at_all()
    {
        var kinds = (await OfferedAsync("a")).Select(offer => offer.Kind).Distinct().ToList();

        Assert.Equal("practice", kinds[0]);
        Assert.DoesNotContain("term", kinds);
    }

    [Theory]
    [InlineData("Borrador")]
    [InlineData("Práctica reservada")]
    [InlineData("Práctica en la papelera")]
    public async Task what_the_public_may_not_see_is_not_offered(string typed) => Assert.DoesNotContain(await OfferedAsync(typed), offer => offer.Text.StartsWith(typed, StringComparison.Ordinal));

    [Fact]
    public async Task where_nothing_goes_on_like_that_a_correction_is_offered() => Assert.Equal([("tequio", "correction")], await OfferedAsync("teqiuo"));

    [Fact]
    public async Task a_correction_is_written_as_names_write_it() => Assert.Equal([("ñandú", "correction")], await OfferedAsync("ñamdu"));

    [Fact]
    public async Task nothing_typed_is_offered_nothing() => Assert.Empty(await OfferedAsync(""));

    [Fact]
    public async Task a_bad_parameter_is_named() => Assert.Equal(HttpStatusCode.BadRequest, (await Site.GetAsync("/api/v1/suggest?q=a&take=51")).Status);

    private async Task<List<(string Text, string Kind)>> OfferedAsync(string typed) =>
        [.. (await Site.GetAsync($"/api/v1/suggest?q={Uri.EscapeDataString(typed)}")).Items.Select(item => (item.GetProperty("text").GetString()!, item.GetProperty("kind").GetString()!))];
}
