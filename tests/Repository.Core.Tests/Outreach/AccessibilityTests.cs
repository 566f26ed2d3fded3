using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Outreach;
using Repository.Core.Schema;
using Repository.Core.Tests.Content;

namespace Repository.Core.Tests.Outreach;

/// <summary>What the public must be able to read instead of seeing or hearing it.</summary>
public sealed class AccessibilityTests
{
    private const string Spanish = ASchema.Spanish;
    private static readonly Guid Kind = Guid.NewGuid();

    [Theory]
    [InlineData("", false, false)]
    [InlineData("   ", false, false)]
    [InlineData("Una asamblea.", false, true)]
    [InlineData("", true, true)]
    public void a_picture_says_what_it_shows_or_that_it_is_decorative(string altText, bool isDecorative, bool isGood)
    {
        var picture = APicture(ItemContent.Named("Foto").With("altText", altText), isDecorative);

        var problems = new ImageAccessibility("Image").Check(picture, "", NoTerms);

        Assert.Equal(isGood ? [] : ["altText"], problems.Select(problem => problem.Field));
    }

    [Fact]
    public void each_language_has_its_own_words()
    {
        var picture = APicture(ItemContent.Named("Foto", Spanish).WithName("Photo", "en").With("altText", "Una asamblea.", Spanish), isDecorative: false, varies: true);
        var rules = new ImageAccessibility("Image");

        Assert.Empty(rules.Check(picture, Spanish, NoTerms));
        Assert.Equal("en", Assert.Single(rules.Check(picture, "en", NoTerms)).Culture);
    }

    [Fact]
    public void a_type_without_the_field_is_not_asked_for_it() =>
        Assert.Empty(new ImageAccessibility("Image").Check(new ItemReading(ASchema.Type("Image", ContentTypeKind.Media), ItemContent.Named("Foto"), [], []), "", NoTerms));

    [Fact]
    public void sound_needs_its_transcript_and_video_its_captions()
    {
        var type = ASchema.Type("recording", ContentTypeKind.Media) with { Properties = [ASchema.Property("transcript"), ASchema.Property("subtitlesFile")] };
        var bare = new ItemReading(type, ItemContent.Named("Voz"), [], []);
        var complete = bare with { Content = bare.Content.With("transcript", "Buenos días.").With("subtitlesFile", "x") };

        Assert.Equal("transcript", Assert.Single(RecordingAccessibility.Audio.Check(bare, "", NoTerms)).Field);
        Assert.Equal("subtitlesFile", Assert.Single(RecordingAccessibility.Video.Check(bare, "", NoTerms)).Field);
        Assert.Empty(RecordingAccessibility.Audio.Check(complete, "", NoTerms).Concat(RecordingAccessibility.Video.Check(complete, "", NoTerms)));
    }

    [Theory]
    [InlineData("infographic", "textEquivalent")]
    [InlineData("judgmentInfographic", "textEquivalent")]
    [InlineData("poster", "textEquivalent")]
    [InlineData("video", "subtitles")]
    [InlineData("audioCapsule", "transcript")]
    [InlineData("voiceNote", "transcript")]
    [InlineData("citizenManual", null)]
    public void a_material_offers_in_words_what_its_kind_shows_or_says(string kind, string? lacks)
    {
        var rules = new MaterialAccessibility();
        var material = AMaterial(ItemContent.Named("Cartel", Spanish));
        var terms = new Dictionary<Guid, string> { [Kind] = kind };

        Assert.Equal(lacks is null ? [] : [lacks], rules.Check(material, Spanish, terms).Select(problem => problem.Field));
        if (lacks is null) return;
        var varies = lacks == "subtitles" ? "" : Spanish;
        Assert.Empty(rules.Check(material with { Content = material.Content.With(lacks, "x", varies) }, Spanish, terms));
    }

    private static Dictionary<Guid, string> NoTerms => [];

    private static ItemReading APicture(ItemContent content, bool isDecorative, bool varies = false)
    {
        var type = ASchema.Type("Image", ContentTypeKind.Media) with { VariesByCulture = varies, Properties = [ASchema.Property("altText") with { VariesByCulture = varies }, ASchema.Property("decorative")] };
        return new ItemReading(type, content, [new ValueReading(type.Property("decorative")!, "", new PropertyReading("1", new BooleanValue(isDecorative)))], []);
    }

    private static ItemReading AMaterial(ItemContent content)
    {
        var type = ASchema.Type("outreachMaterial") with
        {
            VariesByCulture = true,
            Properties = [ASchema.Property("kind"), ASchema.Property("subtitles"), .. new[] { "textEquivalent", "transcript" }.Select(alias => ASchema.Property(alias) with { VariesByCulture = true })],
        };
        var kind = new PropertyReading(ASchema.Udi(Kind), new ItemListValue([new ItemReference(ReferenceKind.Document, Kind)]));
        return new ItemReading(type, content, [new ValueReading(type.Property("kind")!, "", kind)], []);
    }
}
