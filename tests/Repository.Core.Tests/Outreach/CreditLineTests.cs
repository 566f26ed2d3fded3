using Repository.Core.Outreach;

namespace Repository.Core.Tests.Outreach;

public sealed class CreditLineTests
{
    private static readonly CreditFacts Facts = new()
    {
        Title = "Qué explica un presupuesto ciudadano",
        Credit = "Repositorio de prácticas comunitarias",
        Year = "2026",
        Licence = "CC BY 4.0",
        LicenceAddress = "https://creativecommons.org/licenses/by/4.0/",
        Source = "https://repositorio.example/materiales/presupuesto/",
    };

    [Fact]
    public void everything_is_named_and_every_address_spelled_out()
    {
        var line = CreditLine.Of(Facts);

        Assert.Equal(
            "«Qué explica un presupuesto ciudadano», Repositorio de prácticas comunitarias, 2026. Licencia: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Fuente: https://repositorio.example/materiales/presupuesto/",
            line.Plain);
    }

    [Fact]
    public void on_a_page_title_and_licence_are_links()
    {
        var line = CreditLine.Of(Facts);

        Assert.Equal(
            "<a href=\"https://repositorio.example/materiales/presupuesto/\">«Qué explica un presupuesto ciudadano»</a>, Repositorio de prácticas comunitarias, 2026. Licencia: <a href=\"https://creativecommons.org/licenses/by/4.0/\" rel=\"license\">CC BY 4.0</a>.",
            line.Html);
        Assert.StartsWith("&lt;a href=&quot;https://repositorio.example/", line.Snippet, StringComparison.Ordinal);
        Assert.DoesNotContain('<', line.Snippet);
    }

    [Fact]
    public void authors_come_first_and_nobody_is_named_twice()
    {
        var line = CreditLine.Of(Facts with { Authors = ["Ana López", "repositorio de prácticas comunitarias", " "] });

        Assert.Contains("», Ana López, repositorio de prácticas comunitarias, 2026.", line.Plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/licencias/")]
    public void a_licence_without_an_address_of_the_web_is_only_named(string? address)
    {
        var line = CreditLine.Of(Facts with { Licence = "Libre uso MX", LicenceAddress = address, Source = null });

        Assert.EndsWith("Licencia: Libre uso MX.", line.Plain, StringComparison.Ordinal);
        Assert.EndsWith("Licencia: Libre uso MX.", line.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a", line.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void what_looks_like_markup_is_text()
    {
        var line = CreditLine.Of(Facts with { Title = "<script>", Credit = "Ñandú & «hermanas»", Year = "" });

        Assert.Contains("«&lt;script&gt;»</a>, Ñandú &amp; «hermanas». Licencia", line.Html, StringComparison.Ordinal);
        Assert.Contains("&amp;lt;script", line.Snippet, StringComparison.Ordinal);
        Assert.StartsWith("«<script>», Ñandú & «hermanas». Licencia", line.Plain, StringComparison.Ordinal);
    }
}
