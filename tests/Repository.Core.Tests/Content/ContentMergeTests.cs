using Repository.Core.Content;

namespace Repository.Core.Tests.Content;

/// <summary>Two states of an item that grew out of the same one.</summary>
public sealed class ContentMergeTests
{
    private static readonly ItemContent Before = ItemContent.Named("Tequio", "es-MX").With("summary", "Antes", "es-MX").With("year", "2018");

    [Fact]
    public void what_both_left_or_made_alike_is_no_difference()
    {
        var changed = Before.With("year", "2019");

        Assert.Empty(ContentMerge.Differences(Before, changed, changed));
    }

    [Fact]
    public void a_field_that_one_changed_keeps_that_change()
    {
        var differences = ContentMerge.Differences(Before, Before.With("year", "2019"), Before.WithName("Tequio grande", "es-MX"));

        Assert.Equal([("", MergeChoice.Theirs, false), ("year", MergeChoice.Mine, false)], differences.Select(field => (field.Alias, field.Usual, field.IsConflict)));
    }

    [Fact]
    public void of_a_field_that_both_changed_the_saved_one_stays_unless_somebody_chooses()
    {
        var field = Assert.Single(ContentMerge.Differences(Before, Before.With("year", "2019"), Before.With("year", "2020")));

        Assert.True(field.IsConflict);
        Assert.Equal(MergeChoice.Theirs, field.Usual);
    }

    [Fact]
    public void what_is_chosen_is_put_over_what_is_saved()
    {
        var theirs = Before.With("summary", "Suyo", "es-MX").With("place", "Oaxaca");
        var differences = ContentMerge.Differences(Before, Before.With("summary", "", "es-MX").With("year", "2019"), theirs);

        var merged = ContentMerge.Apply(theirs, differences.Select(field => (field, field.Alias == "place" ? field.Theirs : field.Mine)));

        Assert.Equal(Before.With("summary", "", "es-MX").With("year", "2019").With("place", "Oaxaca"), merged);
    }

    [Fact]
    public void a_translation_is_outdated_once_the_original_went_on()
    {
        var translated = Before.WithName("Tequio in English", "en");
        var later = translated.With("summary", "Después", "es-MX");
        Revision[] revisions = [Number(3, later), Number(2, translated), Number(1, Before)];

        Assert.False(TranslationAge.IsOutdated(revisions[1..], "es-MX", "en"));
        Assert.True(TranslationAge.IsOutdated(revisions, "es-MX", "en"));
        Assert.False(TranslationAge.IsOutdated([Number(1, Before)], "es-MX", "en"));
    }

    private static Revision Number(int number, ItemContent content) => new(Guid.Empty, number, DateTimeOffset.UnixEpoch, "test", content);
}
