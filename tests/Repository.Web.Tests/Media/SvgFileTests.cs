using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Repository.Testing;

namespace Repository.Web.Tests.Media;

/// <summary>What stays of a drawing: only what is known to do no harm.</summary>
public sealed class SvgFileTests : IDisposable
{
    private const string Head = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 160 90">""";

    private readonly AnIntake _intake = new();

    public void Dispose() => _intake.Dispose();

    [Theory]
    [InlineData("<script>alert(1)</script>", "alert")]
    [InlineData("<script xlink:href='https://example.org/x.js'/>", "example.org")]
    [InlineData("<rect onload='alert(1)' onclick='alert(1)'/>", "alert")]
    [InlineData("<rect ONLOAD='alert(1)'/>", "alert")]
    [InlineData("<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://example.org'/></foreignObject>", "example.org")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>", "alert")]
    [InlineData("<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>", "alert")]
    [InlineData("<a xlink:href='javascript:alert(1)'><rect/></a>", "alert")]
    [InlineData("<a href='https://example.org'><rect/></a>", "example.org")]
    [InlineData("<use href='https://example.org/x.svg#a'/>", "example.org")]
    [InlineData("<use xlink:href='data:image/svg+xml;base64,PHN2Zz4='/>", "data:")]
    [InlineData("<image href='https://example.org/x.png'/>", "example.org")]
    [InlineData("<image href='data:image/svg+xml,&lt;svg onload=alert(1)>'/>", "alert")]
    [InlineData("<rect fill='url(https://example.org/x.svg#a)'/>", "example.org")]
    [InlineData("<rect style='fill:url(&quot;//example.org/x&quot;)'/>", "example.org")]
    [InlineData("<rect style='background:u\\72l(//example.org)'/>", "example.org")]
    [InlineData("<style>@import 'https://example.org/x.css';</style>", "example.org")]
    [InlineData("<style>@font-face{font-family:x;src:url(https://example.org/x.woff)}</style>", "example.org")]
    [InlineData("<style><![CDATA[rect{background:image-set('https://example.org/x.png' 1x)}]]></style>", "example.org")]
    [InlineData("<rect><set attributeName='href' to='javascript:alert(1)'/><animate attributeName='onload' to='alert(1)'/></rect>", "alert")]
    [InlineData("<filter id='f'><feImage href='https://example.org/x.png'/></filter>", "example.org")]
    [InlineData("<?xml-stylesheet href='https://example.org/x.css'?><rect/>", "example.org")]
    [InlineData("<!-- alert(1) --><rect/>", "alert")]
    [InlineData("<metadata><x xmlns='urn:x'>alert(1)</x></metadata>", "alert")]
    public async Task what_could_run_or_reach_outside_is_gone(string hostile, string trace)
    {
        var (_, bytes) = await _intake.TakenAsync(Drawing($"{hostile}<circle r='5'/>"), "a.svg");

        var kept = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain(trace, kept, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<circle r=\"5\"", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<title>Asamblea &amp; tequio</title>")]
    [InlineData("<g transform=\"translate(1 2)\" aria-label=\"x\"><path d=\"M0 0L1 1\" stroke-width=\"2\" style=\"fill:url(#g)\" /></g>")]
    [InlineData("<style>.a{fill:#fff}</style>")]
    [InlineData("<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#fff\" /></linearGradient><rect fill=\"url(#g)\" />")]
    [InlineData("<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\" />")]
    [InlineData("<text x=\"1\" xml:space=\"preserve\"> a  <tspan>b</tspan></text>")]
    public async Task what_draws_stays_as_it_is(string honest)
    {
        var (file, bytes) = await _intake.TakenAsync(Drawing(honest), "a.svg");

        Assert.Contains(honest, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal((160, 90), (file.Size?.Width, file.Size?.Height));
    }

    public static TheoryData<byte[], string> Refused => new()
    {
        { MadeFiles.Text("<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&b;</text></svg>"), "damagedFile" },
        { MadeFiles.Text("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>"), "damagedFile" },
        { MadeFiles.Text("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect></svg>"), "damagedFile" },
        { MadeFiles.Text("<svg xmlns=\"http://www.w3.org/2000/svg\">"), "damagedFile" },
        { MadeFiles.Text("<svg><rect/></svg>"), "unsupportedFile" },
        { Drawing(string.Concat(Enumerable.Repeat("<g>", 2_000)) + string.Concat(Enumerable.Repeat("</g>", 2_000))), "tooComplex" },
        { Drawing(Laughs(12)), "tooComplex" },
        { Drawing("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g><use href=\"#a\"/>"), "tooComplex" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task a_drawing_that_is_a_trap_is_refused(byte[] drawing, string code)
    {
        var refused = await _intake.RefusedAsync(drawing, "a.svg");

        Assert.Equal(code, refused.Code);
        Assert.Empty(_intake.Files);
    }

    [Fact]
    public async Task a_plain_document_type_is_no_reason_to_refuse()
    {
        var (_, bytes) = await _intake.TakenAsync([.. MadeFiles.Text("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"), .. MadeFiles.Svg], "a.svg");

        Assert.DoesNotContain("DOCTYPE", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    /// <summary>Algebra: what is clean stays byte for byte.</summary>
    [Fact]
    public void cleaning_twice_is_cleaning_once()
    {
        string[] parts =
        [
            "<g>", "</g>", "<rect x=\"1\"/>", "<script>x</script>", "<a href='#x'>", "</a>", " a\r\n b ", "&#13;&#10;", "<text font-family='a&#10;b'>t</text>", "<use href='#q'/>", "<style>a{fill:url(#b)}</style>",
            "<x xmlns='urn:x'/>", "<![CDATA[<b>]]>", "&lt;&amp;&quot;", "<image xlink:href='data:image/png;base64,AAAA'/>", "ñ", "<!-- c -->", "<title xml:lang='es'>T</title>",
        ];
        var drawings = Gen.Elements(parts).ListOf().Select(chosen => Drawing(string.Concat(chosen)));

        Prop.ForAll(drawings.ToArbitrary(), drawing => Task.Run(() => IsCleanWhenCleaned(drawing)).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();
    }

    private async Task<bool> IsCleanWhenCleaned(byte[] drawing)
    {
        if (await _intake.TakeAsync(drawing, "a.svg") is not Repository.Web.Media.Intake.IntakeResult.Taken { File: var taken }) return true;
        taken.Dispose();
        var (once, bytes) = await _intake.TakenAsync(drawing, "a.svg");
        var (twice, _) = await _intake.TakenAsync(bytes, "a.svg");
        return once.Hash == twice.Hash;
    }

    private static byte[] Drawing(string inside) => MadeFiles.Text($"{Head}{inside}</svg>");

    /// <summary>Ten of the last, ten of those, and so on.</summary>
    private static string Laughs(int levels) =>
        "<g id=\"l0\"><rect/></g>" + string.Concat(Enumerable.Range(1, levels).Select(level => $"<g id=\"l{level}\">{string.Concat(Enumerable.Repeat($"<use href=\"#l{level - 1}\"/>", 10))}</g>"));
}
