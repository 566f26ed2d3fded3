using System.Globalization;
using System.Text;
using System.Text.Json;
using Repository.Specs.Seeded;

namespace Repository.Specs.Searching;

/// <summary>
/// Every title and every local name of the seed content is found by typing it: as it is, without accents, and with one typing error – a letter too many, one
/// missing, two swapped, one replaced – anywhere. All of them, none left out.
/// </summary>
public sealed class FindabilitySpecs(SeededSite seeded)
{
    private const double Findable = 0.99;
    private const string Letters = "abcdefghijklmnñopqrstuvwxyzáéíóú ";

    [Theory]
    [InlineData("as it is")]
    [InlineData("without accents")]
    [InlineData("a letter too many")]
    [InlineData("a letter missing")]
    [InlineData("two letters swapped")]
    [InlineData("a letter replaced")]
    public async Task a_name_is_found_within_the_first_ten(string typing)
    {
        var api = new Api(seeded.Site.Client);
        var random = new Random(2018);
        var names = await NamesAsync(api);

        var lost = new List<string>();
        foreach (var (name, item) in names)
        {
            var typed = Typed(name, typing, random);
            var reply = await api.SendAsync(HttpMethod.Get, $"/api/v1/search?q={Uri.EscapeDataString(typed)}&take=10&highlight=0");
            if (!reply.Json.GetProperty("items").EnumerateArray().Any(found => found.Name() == item)) lost.Add($"{name} <- {typed}");
        }

        Assert.True(names.Count > 1600, $"Only {names.Count} names.");
        Assert.True(names.Count - lost.Count >= Findable * names.Count, string.Join('\n', lost));
    }

    private static async Task<List<(string Name, string Item)>> NamesAsync(Api api)
    {
        var names = new List<(string, string)>();
        for (var skip = 0; await api.ItemsAsync($"?skip={skip}&take=100&fields=properties[namedForms]") is { Length: > 0 } page; skip += page.Length)
        {
            foreach (var item in page)
            {
                names.Add((item.Name(), item.Name()));
                names.AddRange(LocalNames(item).Select(local => (local, item.Name())));
            }
        }

        return names;
    }

    private static IEnumerable<string> LocalNames(JsonElement item) =>
        item.GetProperty("properties").TryGetProperty("namedForms", out var forms) && forms.ValueKind == JsonValueKind.Object
            ? forms.GetProperty("items").EnumerateArray().Select(form => form.GetProperty("content").Property("displayName").GetString()).OfType<string>()
            : [];

    private static string Typed(string name, string typing, Random random)
    {
        var at = random.Next(name.Length);
        var letter = Letters[random.Next(Letters.Length)];
        return typing switch
        {
            "without accents" => string.Concat(name.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)),
            "a letter too many" => name.Insert(at, letter.ToString()),
            "a letter missing" => name.Length > 1 ? name.Remove(at, 1) : name,
            "two letters swapped" => at + 1 < name.Length ? $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}" : name,
            "a letter replaced" => $"{name[..at]}{letter}{name[(at + 1)..]}",
            _ => name,
        };
    }
}
