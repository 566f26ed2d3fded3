using System.Text.Json;
using Repository.Core.Editors;
using Repository.Core.Editors.RichText;
using Repository.Core.Schema;
using Repository.Core.Tests.Content;

namespace Repository.Core.Tests.Editors;

/// <summary>Formatted text is cleaned when it is stored, and again whenever it is read.</summary>
public sealed class RichTextTests
{
    private static readonly EditorContext Context = new(ASchema.Build(), BuiltInEditors.Registry, "es-MX");

    [Theory]
    [InlineData("<p onclick=\"x()\">a</p>")]
    [InlineData("<p>a<script>alert(1)</script></p>")]
    [InlineData("<p>a</p><img src=x onerror=alert(1)>")]
    [InlineData("<p><a href=\"javascript:alert(1)\">a</a></p>")]
    [InlineData("<p><a href=\" java\tscript:alert(1)\">a</a></p>")]
    [InlineData("<p><a href=\"&#106;avascript:alert(1)\">a</a></p>")]
    [InlineData("<p><a href=\"&#106avascript:alert(1)\">a</a></p>")]
    [InlineData("<p><a href=\"javascript&colon;alert(1)\">a</a></p>")]
    [InlineData("<p><a href=\"java&Tab;script&colon;alert(1)\">a</a></p>")]
    [InlineData("<p><a href=\"java&NewLine;script:alert(1)\">a</a></p>")]
    [InlineData("<p><a href='java&Tab;script:alert(\"1\")'>a</a></p>")]
    [InlineData("<p><a href=javascript&colon;alert(1)>a</a></p>")]
    [InlineData("<p><a href=\"data:text/html,<script>alert(1)</script>\">a</a></p>")]
    [InlineData("<p>a<iframe src=\"https://evil.example\"></iframe></p>")]
    [InlineData("<p>a<svg><script>alert(1)</script></svg></p>")]
    [InlineData("<p>a<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math></p>")]
    [InlineData("<p>a<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript></p>")]
    [InlineData("<p style=\"background:url(javascript:alert(1))\">a</p>")]
    [InlineData("<p>a<style>@import 'x'</style><object data=x></object><embed src=x><form action=x><input></form></p>")]
    [InlineData("<p>a<template><img src=x onerror=alert(1)></template><base href=//evil.example><meta http-equiv=refresh content=0></p>")]
    public void nothing_that_runs_or_reaches_out_survives(string markup)
    {
        var stored = Markup(Read(JsonSerializer.Serialize(new { markup, blocks = (object?)null })).Stored);

        Assert.Contains(">a", stored, StringComparison.Ordinal);
        foreach (var evil in (string[])["<script", "onerror", "onclick", "javascript", "data:text", "<iframe", "<svg", "<math", "<style", "style=", "<object", "<embed", "<form", "<input", "<template", "<base", "<meta", "evil.example", "alert"])
        {
            Assert.DoesNotContain(evil, stored, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(stored, Markup(Read(JsonSerializer.Serialize(new { markup = stored, blocks = (object?)null })).Stored));
    }

    [Theory]
    [InlineData("<a type=\"document\" href=\"/{localLink:5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00}\">a</a>", ReferenceKind.Document)]
    [InlineData("<a href=\"/{localLink:umb://document/5f2c1b7e6d0a4b0e9f512b7f6f3f9f00}\">a</a>", ReferenceKind.Document)]
    [InlineData("<a type=\"media\" href=\"/{localLink:5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00}\">a</a>", ReferenceKind.Media)]
    [InlineData("<img src=\"/media/x.png\" data-udi=\"umb://media/5f2c1b7e6d0a4b0e9f512b7f6f3f9f00\">", ReferenceKind.Media)]
    public void links_and_images_refer_to_items(string markup, ReferenceKind kind)
    {
        var reading = Read(JsonSerializer.Serialize(new { markup = $"<p>{markup}</p>", blocks = (object?)null }));

        Assert.Equal(new ItemReference(kind, new Guid("5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00")), Assert.Single(reading.Delivery.References));
    }

    [Fact]
    public void an_attribute_says_what_a_browser_reads_in_it()
    {
        const string Markup = """<p><a href="/a?b=1&copy=2&amp;c=3" title='Tom &amp; &quot;Ana&quot; &aacute;&plus;&lt'>a</a></p>""";

        var stored = RichTextTests.Markup(Read(JsonSerializer.Serialize(new { markup = Markup, blocks = (object?)null })).Stored);

        Assert.Equal("""<p><a href="/a?b=1&amp;copy=2&amp;c=3" title="Tom &amp; &quot;Ana&quot; á+&lt;">a</a></p>""", stored);
    }

    [Theory]
    [InlineData("<a href=\"/a\" data-destination-id=\"x\" data-destination-type=\"x\" data-link-type=\"x\" data-start-item-id=\"x\" data-start-item-path=\"x\" data-route=\"x\">a</a>")]
    [InlineData("<umb-rte-block data-content-id=\"x\"></umb-rte-block>")]
    [InlineData("<a data-href=\"javascript:alert(1)\" data-onclick=\"x\" data-style=\"x\">a</a><img data-src=\"data:x\" data-srcset=\"x\">")]
    public void no_author_speaks_for_the_api_or_past_the_check(string markup)
    {
        var delivered = Assert.IsType<RichTextValue>(Read(JsonSerializer.Serialize(new { markup = $"<p>{markup}</p>", blocks = (object?)null })).Delivery);

        Assert.DoesNotContain("data-", RichTextMarkup.Write(delivered.Nodes), StringComparison.Ordinal);
    }

    [Fact]
    public void an_attribute_for_the_reader_alone_is_delivered()
    {
        var delivered = Assert.IsType<RichTextValue>(Read(JsonSerializer.Serialize(new { markup = "<p data-anchor=\"uno\">a</p>", blocks = (object?)null })).Delivery);

        Assert.Equal("<p data-anchor=\"uno\">a</p>", RichTextMarkup.Write(delivered.Nodes));
    }

    [Fact]
    public void honest_markup_stays_and_its_words_can_be_searched()
    {
        const string Text = "<h2>Acuerdos</h2><p>La <strong>asamblea</strong> decide.</p><ul><li>Uno</li></ul>";

        var reading = Read(JsonSerializer.Serialize(new { markup = Text, blocks = (object?)null }));

        Assert.Equal(Text, Markup(reading.Stored));
        Assert.Contains(reading.SearchTexts, text => text.Text.Contains("asamblea", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>a</p><svg/><p>b</p>")]
    [InlineData("<p>a</p><math /><p>b</p>")]
    public void what_stands_behind_a_drawing_that_closes_itself_stays(string markup) =>
        Assert.Equal("<p>a</p><p>b</p>", Markup(Read(JsonSerializer.Serialize(new { markup, blocks = (object?)null })).Stored));

    private static string Markup(string stored) => JsonElement.Parse(stored).GetProperty("markup").GetString()!;

    private static PropertyReading Read(string stored) => BuiltInEditors.Registry.Read(stored, new DataType(Guid.NewGuid(), "x", "Umbraco.RichText", "", JsonElement.Parse("{}")), Context);
}
