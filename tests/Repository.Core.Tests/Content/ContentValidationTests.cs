using Repository.Core.Content;

namespace Repository.Core.Tests.Content;

public sealed class ContentValidationTests
{
    private static readonly ContentValidation Validation = ASchema.Validation();
    private static readonly Repository.Core.Schema.ContentType Page = Validation.Schema.DocumentType("page")!;
    private static readonly ItemContent Tequio = ItemContent.Named("Tequio", ASchema.Spanish);

    [Fact]
    public void a_draft_may_miss_what_is_mandatory()
    {
        var reading = Validation.Read(Page, Tequio);

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void a_draft_is_stored_as_its_editors_normalise_it()
    {
        var typed = ItemContent.Named("  Tequio ", "ES-mx").With("summary", "  Trabajo de todos. ", "es-mx").With("year", "002018");

        var reading = Validation.Read(Page, typed);

        Assert.Equal(Tequio.With("summary", "Trabajo de todos.", ASchema.Spanish).With("year", "2018"), reading.Content);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void two_spellings_of_one_language_are_refused_and_not_merged()
    {
        var typed = Tequio.WithName("Faena", "ES-mx").With("summary", "Uno.", ASchema.Spanish).With("summary", "Otro.", "es-mx");

        var reading = Validation.Read(Page, typed);

        Assert.Equal([new ValueProblem("name", ASchema.Spanish, Refusals.LanguageTwice), new ValueProblem("summary", ASchema.Spanish, Refusals.LanguageTwice)], reading.Problems);
    }

    [Theory]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData("^[a-z]+$", "abc\n", false)]
    [InlineData("^[a-z$]+$", "a$\n", false)]
    [InlineData("^[^]$]+$", "a\n\n", true)]
    [InlineData(@"^a\$\n$", "a$\n", true)]
    [InlineData(@"^a\s$", "a\n", true)]
    [InlineData("(?m)^a$", "a\n", true)]
    public void a_dollar_sign_is_the_very_end_of_a_text(string pattern, string stored, bool fits)
    {
        var property = ASchema.Property("code") with { Pattern = pattern };

        Assert.Equal(fits, Core.Editors.PropertyRules.PatternProblem(property, stored) is null);
    }

    [Theory]
    [InlineData("^(a+)+$", null)]
    [InlineData("^(a+)+b$", "Solo letras.")]
    [InlineData("^(?=a)(a+)+b$", "No se pudo comprobar la forma de este texto.")]
    public void a_pattern_that_runs_away_is_read_in_one_pass_where_that_can_be_done(string pattern, string? expected)
    {
        var property = ASchema.Property("code") with { Pattern = pattern, PatternMessage = "Solo letras." };

        var problem = Core.Editors.PropertyRules.PatternProblem(property, new string('a', 60));

        Assert.Equal(expected, problem);
    }

    [Fact]
    public void content_that_is_normal_already_stays_the_same_instance()
    {
        var content = Tequio.With("summary", "Trabajo.", ASchema.Spanish);

        var reading = Validation.Read(Page, content);

        Assert.Same(content, reading.Content);
    }

    public static TheoryData<string, string, string, string> MalformedValues => new()
    {
        { "sumary", "x", ASchema.Spanish, Refusals.UnknownProperty("sumary", "page") },
        { "summary", "x", "", Refusals.ValueNeedsLanguage },
        { "summary", "x", "xx-YY", Refusals.UnknownLanguage("xx-YY") },
        { "summary", "x", ASchema.English, Refusals.LanguageNotWritten },
        { "year", "2018", ASchema.Spanish, Refusals.ValueHasNoLanguages },
        { "year", "dos mil", "", "Escribe un número entero." },
        { "summary", "agua \ud800 viva", ASchema.Spanish, Refusals.BrokenText },
    };

    [Theory]
    [MemberData(nameof(MalformedValues))]
    public void a_draft_holds_no_malformed_value(string alias, string stored, string culture, string expected)
    {
        var content = Tequio.With(alias, stored, culture);

        var reading = Validation.Read(Page, content);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((alias, expected), (problem.Field, problem.Message));
    }

    public static TheoryData<string, string, string> MalformedNames => new()
    {
        { "   ", ASchema.Spanish, Refusals.NameMissing },
        { new string('a', 256), ASchema.Spanish, Refusals.NameTooLong },
        { "Te\ud83cquio", ASchema.Spanish, Refusals.BrokenText },
        { "Te\u0000quio", ASchema.Spanish, Refusals.NameHasControls },
        { "Tequio", "", Refusals.NeedsLanguage },
        { "Tequio", "xx-YY", Refusals.UnknownLanguage("xx-YY") },
    };

    [Theory]
    [MemberData(nameof(MalformedNames))]
    public void a_malformed_name_is_refused(string name, string culture, string expected)
    {
        var reading = Validation.Read(Page, ItemContent.Named(name, culture));

        Assert.Equal(new ValueProblem("name", culture, expected), Assert.Single(reading.Problems));
    }

    [Fact]
    public void a_name_of_255_characters_is_good()
    {
        var reading = Validation.Read(Page, ItemContent.Named(new string('a', 255), ASchema.Spanish));

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void an_item_that_does_not_vary_has_one_name_without_a_language()
    {
        var note = Validation.Schema.DocumentType("note")!;

        var (good, bad) = (Validation.Read(note, ItemContent.Named("Nota")), Validation.Read(note, ItemContent.Named("Nota", ASchema.Spanish)));

        Assert.Empty(good.Problems);
        Assert.Equal(Refusals.HasNoLanguages, Assert.Single(bad.Problems).Message);
    }

    [Fact]
    public void publishing_asks_for_what_is_mandatory_in_the_published_culture_only()
    {
        var reading = Validation.Read(Page, Tequio.WithName("Communal work", ASchema.English).With("summary", "Trabajo.", ASchema.Spanish));

        var spanish = Validation.ProblemsToPublish(reading, [ASchema.Spanish], new Dictionary<Guid, string>());
        var english = Validation.ProblemsToPublish(reading, [ASchema.English], new Dictionary<Guid, string>());

        Assert.Empty(spanish);
        Assert.Equal(new ValueProblem("summary", ASchema.English, "Escribe el resumen."), Assert.Single(english));
    }

    [Fact]
    public void an_item_whose_type_is_gone_can_neither_be_saved_nor_published()
    {
        var orphan = new Item { Key = Guid.NewGuid(), Kind = ItemKind.Document, Type = "gone", CreatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "ana" };

        var reading = Validation.Read(Validation.TypeOf(orphan), ItemContent.Named("Huérfana"));

        Assert.Equal(Refusals.UnknownType("gone"), Assert.Single(reading.Problems).Message);
    }
}
