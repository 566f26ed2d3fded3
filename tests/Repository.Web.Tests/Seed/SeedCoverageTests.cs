using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Web.Tests.Seed;

/// <summary>What the repository can do occurs in the seed at least once, so that a first start shows it.</summary>
public sealed class SeedCoverageTests
{
    public static TheoryData<string, string> Editors => [.. TheSeed.Schema.DataTypes.Select(dataType => (dataType.EditorAlias, dataType.EditorUiAlias)).Distinct()];

    [Theory]
    [MemberData(nameof(Editors))]
    public void a_value_of_every_kind_of_property_occurs(string editor, string ui) =>
        Assert.Contains(TheSeed.Values, value => value.Property.DataType.EditorAlias == editor && value.Property.DataType.EditorUiAlias == ui);

    [Fact]
    public void links_of_all_three_kinds_occur()
    {
        var links = TheSeed.Values.Select(value => value.Value).OfType<LinkListValue>().SelectMany(list => list.Links).ToList();

        Assert.Contains(links, link => link.Item is { Kind: ReferenceKind.Document });
        Assert.Contains(links, link => link.Item is { Kind: ReferenceKind.Media });
        Assert.Contains(links, link => link.Item is null && link.Url is not null);
    }

    [Fact]
    public void rich_text_links_to_content_and_to_media()
    {
        var targets = TheSeed.Values.Select(value => value.Value).OfType<RichTextValue>().SelectMany(text => text.Nodes).SelectMany(node => node.References).ToList();

        Assert.Contains(targets, target => target.Kind == ReferenceKind.Document);
        Assert.Contains(targets, target => target.Kind == ReferenceKind.Media);
    }

    [Fact]
    public void blocks_occur_in_lists_in_the_grid_in_rich_text_and_with_settings()
    {
        var values = TheSeed.Values.Select(value => value.Value).ToList();

        Assert.Contains(values.OfType<BlockListValue>(), list => list.Blocks.Any(block => block.Settings is not null));
        Assert.Contains(values.OfType<BlockGridValue>(), grid => grid.Blocks.Any(block => block.Areas.Any(area => area.Blocks.Length > 0)));
        Assert.Contains(values.OfType<RichTextValue>(), text => text.Blocks.Length > 0);
    }

    [Fact]
    public void a_picker_leads_to_an_item_whose_picker_leads_on()
    {
        var picked = TheSeed.Values.Where(value => value.Value is ItemListValue).ToLookup(value => value.Holder.Item.Key, value => (ItemListValue)value.Value);

        var chains = from practice in TheSeed.Of("practice")
                     from commitment in picked[practice.Item.Key].SelectMany(list => list.Items)
                     where TheSeed.Items[commitment.Key].Item.Type == "commitment"
                     from lead in picked[commitment.Key].SelectMany(list => list.Items)
                     where TheSeed.Items[lead.Key].Item.Type == "actor"
                     select lead;

        Assert.NotEmpty(chains);
    }

    [Fact]
    public void media_lie_in_folders_and_folders_in_folders()
    {
        var media = TheSeed.Content.Items.Where(item => item.Item.Kind == ItemKind.Media).ToList();
        var folders = media.Where(item => item.Item.Type == "Folder").Select(item => item.Item.Key).ToHashSet();

        Assert.NotEmpty(folders);
        Assert.All(media.Where(item => item.Item.Type != "Folder"), file => Assert.Contains(file.Item.ParentKey!.Value, folders));
        Assert.Contains(media, item => item.Item.Type == "Folder" && item.Item.ParentKey is { } parent && folders.Contains(parent));
    }

    [Fact]
    public void there_are_tables_drawings_pictures_documents_and_audio_to_take_away()
    {
        var extensions = TheSeed.Content.Media.All.Select(file => Path.GetExtension(file.Path)).ToHashSet();

        Assert.Superset(new HashSet<string> { ".csv", ".svg", ".png", ".pdf", ".mp3" }, extensions);
    }

    [Theory]
    [InlineData("home", 1)]
    [InlineData("section", 17)]
    [InlineData("page", 1)]
    [InlineData("practice", 3)]
    [InlineData("glossaryTerm", 10)]
    public void some_of_it_is_in_english_and_says_who_translated_it(string type, int atLeast)
    {
        var english = TheSeed.Of(type).Where(item => item.Content.Cultures.Contains("en")).ToList();

        Assert.InRange(english.Count, atLeast, int.MaxValue);
        Assert.All(english, item => Assert.NotNull(item.Content.Value("translationNote", "en")));
        Assert.All(english, item => Assert.Contains("es-MX", item.Content.Cultures));
    }

    [Fact]
    public void every_item_is_public_in_every_language_it_is_written_in() =>
        Assert.All(TheSeed.Content.Items.Where(item => item.Item.Kind == ItemKind.Document), item => Assert.Equal(item.Content.Cultures, item.Published));
}
