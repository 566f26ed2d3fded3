using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Repository.Specs.Seeded;

/// <summary>Whatever arrives, the answer is what the contract says: never a failure of the server, never a look inside it.</summary>
public sealed class HostileSpecs(SeededSite seeded, ITestOutputHelper output)
{
    private const string Root = "/umbraco/delivery/api/v2";

    private readonly Api _api = seeded.Api;

    public static TheoryData<string> Targets =>
    [
        "/content/item/../../../etc/passwd", "/content/item/..%2f..%2fetc%2fpasswd", "/content/item/%2e%2e/%2e%2e/x", "/content/item/%00", "/content/item/a%00b", "/content/item/%c0%af",
        "/content/item/%ff%fe", "/content/item/%", "/content/item/%zz", "/content/item/practicas%", "/content/item/%0d%0aSet-Cookie:x", "/content/item/" + new string('a', 7000),
        "/content/item/" + string.Concat(Enumerable.Repeat("a/", 3000)), "/content/item/preview-", "/content/item/preview-zzz", "/content/item/{0B9B7F0C-2A53-4CDE-8A5B-0C1D2E3F4A5B}",
        "/content/items?id=" + new string('9', 3000), "/content/items?id=%00", "/content/items?" + string.Concat(Enumerable.Range(0, 180).Select(_ => $"id={Guid.NewGuid()}&")),
        "/content?" + string.Concat(Enumerable.Repeat("filter=contentType:practice&", 200)), "/content?" + string.Concat(Enumerable.Repeat("sort=name:asc&", 300)),
        "/content?filter=name:" + new string('x', 7000), "/content?filter=" + string.Concat(Enumerable.Repeat(",", 5000)), "/content?skip=-1", "/content?skip=2147483647&take=2147483647", "/content?take=9223372036854775807",
        "/content?fetch=children:" + new string('/', 5000), "/content?fetch=children:%00", "/content?fetch=children:../..", "/content?expand=" + new string('[', 4000), "/content?expand=properties[" + string.Concat(Enumerable.Repeat("a,", 2000)) + "a]",
        "/content?fields=properties[%00]", "/content?filter=%00:x", "/content?filter=name:%ff", "/content?filter=createDate>99999999999999", "/content?filter=createDate>%00", "/content?filter=year>9e99999", "/content?filter=year:NaN",
        "/media?fetch=children:%2e%2e", "/media/item/%00", "/media/item/" + new string('b', 7000), "/media/items?id=x", "/media?fetch=children:/&filter=name:%00", "/content?filter=period>%00", "/content??????", "/content?&&&=&=", "/content?a[]=1&filter[]=x",
        "/content/item/practicas?expand=properties[$all[properties[$all[properties[$all[properties[$all[properties[$all]]]]]]]]]",
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task a_hostile_address_gets_a_civil_answer(string target)
    {
        var answer = await SpeakAsync($"GET {Root}{target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        AssertCivil(answer, target);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content?take=1")).Status);
    }

    [Theory]
    [InlineData("Accept-Language: \u00ff\u0001")]
    [InlineData("Start-Item: ../../")]
    [InlineData("Start-Item: %00")]
    [InlineData("Preview: \t\t")]
    [InlineData("If-None-Match: ,,,,\"")]
    [InlineData("Range: bytes=-0")]
    [InlineData("Accept-Encoding: br;q=-1,*;q=9999999999")]
    [InlineData("Content-Length: 10")]
    [InlineData("Transfer-Encoding: chunked, x")]
    [InlineData("Expect: 100-continue")]
    [InlineData("Host: evil.example")]
    [InlineData("Origin: null")]
    public async Task a_hostile_header_gets_a_civil_answer(string header)
    {
        var answer = await SpeakAsync($"GET {Root}/content?take=1 HTTP/1.1\r\nHost: localhost\r\n{header}\r\nConnection: close\r\n\r\n");

        AssertCivil(answer, header);
    }

    [Fact]
    public async Task long_lists_of_languages_and_raw_bytes_do_no_harm()
    {
        AssertCivil(await SpeakAsync($"GET {Root}/content HTTP/1.1\r\nHost: localhost\r\nAccept-Language: {new string('e', 9000)}\r\nConnection: close\r\n\r\n"), "long language");
        AssertCivil(await SpeakAsync("GET \u00ff\u00fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), "raw bytes");
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content?take=1")).Status);
    }

    [Fact]
    public async Task a_thousand_mutilated_requests_leave_the_server_standing()
    {
        var seed = Environment.TickCount;
        var count = Environment.GetEnvironmentVariable("REPOSITORY_LONG_TESTS") is null ? 1_500 : 40_000;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);

        await Parallel.ForEachAsync(Enumerable.Range(0, count).Select(_ => Mutilated(random)).ToList(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (target, _) =>
            AssertCivil(await SpeakAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), target));

        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content?take=1")).Status);
    }

    private static string Mutilated(Random random)
    {
        string[] good =
        [
            "/content?fetch=descendants:/planes/&filter=contentType:activity&sort=name:asc&skip=2&take=3", "/content/item/practicas/tequio?expand=properties[municipalities[properties[region]]]&fields=properties[$all]",
            "/content/items?id=e207d062-4e8b-5def-b31c-21bd318db519&id=f20d5d4b-19fb-5266-bb7b-1140a48c78aa", "/media?fetch=children:/datos%20abiertos/&filter=name:oaxaca&sort=name:asc", "/content?filter=year>2017&filter=sdg:16.7&filter=region:!mixteca",
        ];
        const string Noise = "%%//..::!!<>[],,&=?#+-_$*'\"\\\t0123456789aZñ\u00ff";
        var text = new StringBuilder(Root + good[random.Next(good.Length)]);
        for (var times = random.Next(1, 8); times > 0; times--)
        {
            var at = random.Next(Root.Length, text.Length);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)); break;
                case 1: text.Insert(at, Noise[random.Next(Noise.Length)]); break;
                case 2: text.Insert(at, string.Create(CultureInfo.InvariantCulture, $"%{random.Next(256):x2}")); break;
                default: text.Insert(at, text.ToString(at, Math.Min(12, text.Length - at))); break;
            }
        }

        return text.ToString();
    }

    private static void AssertCivil(string answer, string question)
    {
        Assert.True(answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal), $"No answer to {question}");
        Assert.False(answer[9] == '5', $"{question}\n{answer}");
        foreach (var inside in (string[])["   at ", "System.", "Exception", "Repository.", "SELECT ", ".cs:line"]) Assert.DoesNotContain(inside, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\nSet-Cookie", answer, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Byte for byte: no client tidies up what is sent.</summary>
    private async Task<string> SpeakAsync(string request)
    {
        var address = seeded.Site.Client.BaseAddress!;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new char[4096];
        var length = await reader.ReadBlockAsync(text, TestContext.Current.CancellationToken);
        return new string(text, 0, length);
    }
}
