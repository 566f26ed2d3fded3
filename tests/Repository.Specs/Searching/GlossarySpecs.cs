using Repository.Specs.Seeded;

namespace Repository.Specs.Searching;

/// <summary>The glossary teaches the search which words mean the same.</summary>
public sealed class GlossarySpecs(SeededSite seeded)
{
    [Theory]
    [InlineData("AGA", "Alianza para el Gobierno Abierto")]
    [InlineData("Open Government Partnership", "Alianza para el Gobierno Abierto")]
    [InlineData("usos y costumbres", "Sistemas normativos indígenas")]
    public async Task a_short_form_or_another_wording_finds_what_it_stands_for(string typed, string term)
    {
        var found = await new Api(seeded.Site.Client).SendAsync(HttpMethod.Get, $"/api/v1/search?q={Uri.EscapeDataString(typed)}&take=10");

        Assert.Contains(found.Json.GetProperty("items").EnumerateArray(), item => item.Name().Contains(term, StringComparison.OrdinalIgnoreCase));
    }
}
