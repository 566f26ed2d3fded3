using System.Globalization;
using System.Text;
using Repository.Specs.Seeded;

namespace Repository.Specs.Delivery;

/// <summary>Requests made by chance, from the words of the API and from none at all. The same seed makes the same requests.</summary>
public sealed class FuzzTests(VillageSite village, SeededSite seeded, ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "content", "media", "item", "items", "/", "//", "?", "&", "=", ":", ":!", ">", ">:", "<", "<:", "!", ",", "[", "]", "$all", "properties", "fetch", "filter", "sort", "skip", "take",
        "expand", "fields", "id", "children", "descendants", "ancestors", "contentType", "name", "createDate", "updateDate", "level", "sortOrder", "year", "region", "theme", "municipality",
        "period", "plan", "practice", "term", "asc", "desc", "practicas", "vocabularios", "0", "1", "10", "-1", "2147483648", "2026-05-11", "2026-05-11T00:00:00Z", "16.7", "es-MX", "en",
        "%00", "%2F", "%252F", "%", "%zz", "%F0%9F%8C%BD", "%EF%BF%BE", "%ED%A0%80", "%c0%af", "+", "%20", "..", ".", "\\", "\"", "<script>", "{", "}", "'", "--", ";", "preview-", "#", "~", "*", "|", "^", "`",
    ];

    private static readonly string[] Headers =
        ["Accept-Language: ", "Start-Item: ", "Preview: ", "Api-Key: ", "If-None-Match: ", "Accept-Encoding: ", "Accept-Segment: ", "Origin: ", "Range: bytes="];

    [Fact]
    public async Task no_request_made_by_chance_is_answered_with_a_failure()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("REPOSITORY_FUZZ_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount;
        var requests = Environment.GetEnvironmentVariable("REPOSITORY_LONG_TESTS") == "1" ? 40_000 : 2_000;
        output.WriteLine($"REPOSITORY_FUZZ_SEED={seed}");
        var random = new Random(seed);
        string[] keys = [.. (await seeded.Site.ListAsync("fields=")).Select(item => item.Key().ToString()).Take(50), AnItem.KeyOf("tequio").ToString(), AnItem.KeyOf("draft").ToString()];

        for (var number = 0; number < requests; number++)
        {
            var site = random.Next(2) == 0 ? village.Site : seeded.Site;
            var target = Target(random, keys);
            var headers = Enumerable.Range(0, random.Next(3)).Select(_ => Any(random, Headers) + Noise(random, keys, 4)).Select(header => header.Replace("\r", "", StringComparison.Ordinal)).ToArray();

            var answer = await site.GetRawAsync(target, headers);

            try
            {
                HostileRequestTests.Borne(answer);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed}, request {number}: {target} {string.Join(" | ", headers)}", failure);
            }
        }

        Assert.Equal(200, (await village.Site.GetRawAsync($"{DeliveryClient.Root}/content"))?.Status);
        Assert.Equal(200, (await seeded.Site.GetRawAsync($"{DeliveryClient.Root}/content"))?.Status);
    }

    private static string Target(Random random, string[] keys) => random.Next(10) switch
    {
        0 => $"/{Noise(random, keys, 12)}",
        1 => $"{DeliveryClient.Root}/{Noise(random, keys, 12)}",
        2 => $"{DeliveryClient.Root}/content/item/{Noise(random, keys, 8)}",
        3 => $"{DeliveryClient.Root}/media/item/{Noise(random, keys, 8)}",
        4 => $"{DeliveryClient.Root}/media?fetch=children:{Any(random, ["/", .. keys])}&{Query(random, keys)}",
        5 => $"/media/{Noise(random, keys, 6)}",
        6 => $"{DeliveryClient.Root}/content/items?id={Any(random, keys)}&id={Noise(random, keys, 2)}&{Query(random, keys)}",
        7 => $"{DeliveryClient.Root}/content/item/{Any(random, keys)}?{Query(random, keys)}",
        _ => $"{DeliveryClient.Root}/content?{Query(random, keys)}",
    };

    private static string Query(Random random, string[] keys) =>
        string.Join('&', Enumerable.Range(0, random.Next(5)).Select(_ => $"{Any(random, ["fetch", "filter", "sort", "skip", "take", "expand", "fields", "id"])}={Noise(random, keys, 7)}"));

    private static string Noise(Random random, string[] keys, int most)
    {
        var noise = new StringBuilder();
        for (var count = random.Next(most + 1); count > 0; count--)
        {
            noise.Append(random.Next(20) switch
            {
                0 => Any(random, keys),
                1 => ((char)random.Next(0x21, 0x7f)).ToString(),
                2 => string.Create(CultureInfo.InvariantCulture, $"%{random.Next(256):x2}"),
                3 => new string((char)random.Next(0x21, 0x7f), random.Next(200)),
                4 => ((char)random.Next(0x80, 0x100)).ToString(),
                _ => Any(random, Pieces),
            });
        }

        return noise.ToString();
    }

    private static string Any(Random random, string[] texts) => texts[random.Next(texts.Length)];
}
