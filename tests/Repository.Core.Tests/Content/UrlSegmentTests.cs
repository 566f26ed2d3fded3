using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Content;

namespace Repository.Core.Tests.Content;

public sealed class UrlSegmentTests
{
    private static readonly Guid Key = new("0b9b7f0c-2a53-4cde-8a5b-0c1d2e3f4a5b");

    [Theory]
    [InlineData("Tequio para el camino de saca", "tequio-para-el-camino-de-saca")]
    [InlineData("¿Quién cuida el agua?", "quien-cuida-el-agua")]
    [InlineData("Año nuevo, güera", "ano-nuevo-guera")]
    [InlineData("  Plan 2018–2019 / anexo_1 ", "plan-2018-2019-anexo-1")]
    [InlineData("ÁÉÍÓÚ", "aeiou")]
    [InlineData("Tu'un Savi", "tu-un-savi")]
    [InlineData("Ngiꞌgua", "ngiꞌgua")]
    [InlineData("Žapǫtek", "zapotek")]
    public void a_latin_name_loses_its_accents_and_signs(string name, string expected)
    {
        var segment = UrlSegment.From(name);

        Assert.Equal(expected, segment);
    }

    [Theory]
    [InlineData("Москва йод", "москва-йод")]
    [InlineData("हिन्दी भाषा", "हिन्दी-भाषा")]
    [InlineData("日本 語", "日本-語")]
    [InlineData("한국어", "한국어")]
    public void letters_of_other_scripts_stay_whole(string name, string expected)
    {
        var segment = UrlSegment.From(name);

        Assert.Equal(expected.Normalize(), segment);
    }

    [Fact]
    public void any_text_gives_a_segment_that_is_its_own_segment()
    {
        Prop.ForAll<string?>(text =>
        {
            var segment = UrlSegment.From(WellFormed(text));

            return segment == UrlSegment.From(segment)
                && segment.Length <= UrlSegment.MaxLength
                && !segment.StartsWith('-') && !segment.EndsWith('-') && !segment.Contains("--", StringComparison.Ordinal)
                && !segment.AsSpan().ContainsAny("/?#% ");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void a_long_name_is_cut_and_keeps_room_for_its_number()
    {
        var name = string.Concat(Enumerable.Repeat("asamblea ", 30));

        var segment = UrlSegment.From(name);
        var numbered = UrlSegment.Numbered(segment, 12);

        Assert.InRange(segment.Length, 90, UrlSegment.MaxLength);
        Assert.InRange(numbered.Length, 90, UrlSegment.MaxLength);
        Assert.EndsWith("-12", numbered, StringComparison.Ordinal);
        Assert.DoesNotContain("--", numbered, StringComparison.Ordinal);
    }

    [Fact]
    public void a_name_without_letters_falls_back_on_the_key()
    {
        var content = ItemContent.Named("¡¿…?!");

        var segment = UrlSegment.Of(Key, content, ItemContent.Invariant);

        Assert.Equal("0b9b7f0c", segment);
    }

    [Fact]
    public void a_segment_chosen_by_hand_wins_over_the_name()
    {
        var content = ItemContent.Named("Trabajo comunitario", "es-MX").WithName("Communal work", "en").With(UrlSegment.Property, "Tequio", "es-MX");

        var segments = (UrlSegment.Of(Key, content, "es-MX"), UrlSegment.Of(Key, content, "en"));

        Assert.Equal(("tequio", "communal-work"), segments);
    }

    [Fact]
    public void text_that_is_not_well_formed_does_not_throw()
    {
        var segment = UrlSegment.From("agua\ud800 viva");

        Assert.Equal("agua-viva", segment);
    }

    private static string WellFormed(string? text) => new([.. (text ?? "").Where(character => !char.IsSurrogate(character))]);
}
