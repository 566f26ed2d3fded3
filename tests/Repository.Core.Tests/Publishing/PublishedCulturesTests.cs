using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Tests.Content;

namespace Repository.Core.Tests.Publishing;

public sealed class PublishedCulturesTests
{
    private static readonly Repository.Core.Schema.ContentSchema Schema = ASchema.Build();
    private static readonly ItemContent Written = ItemContent.Named("Tequio", ASchema.Spanish).WithName("Communal work", ASchema.English);

    [Fact]
    public void none_given_means_all_that_are_written()
    {
        var (cultures, problems) = PublishedCultures.Wanted(Schema, Schema.DocumentType("page")!, Written, []);

        Assert.Equal([ASchema.English, ASchema.Spanish], cultures);
        Assert.Empty(problems);
    }

    [Fact]
    public void a_language_may_be_spelled_in_any_letter_case()
    {
        var (cultures, _) = PublishedCultures.Wanted(Schema, Schema.DocumentType("page")!, Written, ["ES-mx", "es-MX"]);

        Assert.Equal([ASchema.Spanish], cultures);
    }

    [Theory]
    [InlineData("page", "")]
    [InlineData("page", "xx-YY")]
    [InlineData("note", ASchema.Spanish)]
    public void a_culture_the_item_cannot_have_is_refused(string type, string culture)
    {
        var (_, problems) = PublishedCultures.Wanted(Schema, Schema.DocumentType(type)!, Written, [culture]);

        Assert.Equal(culture, Assert.Single(problems).Culture);
    }

    [Fact]
    public void a_language_nobody_has_written_in_is_refused()
    {
        var (_, problems) = PublishedCultures.Wanted(Schema, Schema.DocumentType("page")!, ItemContent.Named("Tequio", ASchema.Spanish), [ASchema.English]);

        Assert.Equal(Refusals.LanguageNotWritten, Assert.Single(problems).Message);
    }
}
