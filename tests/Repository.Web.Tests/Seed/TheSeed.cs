using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Testing;
using Repository.Web.Operations;
using Repository.Web.Seed;

namespace Repository.Web.Tests.Seed;

/// <summary>The seed as the project's own facts give it, grown once for all who ask.</summary>
internal static class TheSeed
{
    public static readonly string USyncPath = ProjectFolder.Find("uSync");
    public static readonly string MediaPath = ProjectFolder.Find("seed/media");
    public static readonly Facts Facts = new(ProjectFolder.Find("data"));
    public static readonly ContentSchema Schema = Installation.LoadSchema(Options());
    public static readonly SeedContent Content = Grow();
    public static readonly IReadOnlyDictionary<Guid, StoredItem> Items = Content.Items.ToDictionary(item => item.Item.Key);

    /// <summary>Every value there is, those inside blocks with the item that holds them.</summary>
    public static readonly IReadOnlyList<SeedValue> Values = [.. Content.Items.SelectMany(ValuesOf)];

    public static IEnumerable<StoredItem> Of(string type) => Content.Items.Where(item => item.Item.Type == type);

    public static RepositoryOptions Options(string dataPath = "var") => Settings.Read(
        [$"--Repository:USyncPath={USyncPath}", $"--Repository:SeedMediaPath={MediaPath}", $"--Repository:DataPath={dataPath}", "--Repository:Database=sqlite"]);

    public static SeedContent Grow() => SeedContent.Grow(Schema, Installation.ValidationOf(Schema), Facts);

    private static IEnumerable<SeedValue> ValuesOf(StoredItem stored)
    {
        var validation = Installation.ValidationOf(Schema);
        return validation.Read(validation.TypeOf(stored.Item), stored.Content).Values
            .SelectMany(value => WithInner(new SeedValue(stored, value.Property, value.Culture, value.Reading.Delivery)));
    }

    private static IEnumerable<SeedValue> WithInner(SeedValue outer) => BlocksOf(outer.Value)
        .SelectMany(block => block.Settings is null ? [block.Content] : new[] { block.Content, block.Settings })
        .SelectMany(element => element.Properties
            .Where(property => property.Value != DeliveryValue.Null)
            .Select(property => outer with { Property = Schema.DocumentType(element.ContentType)!.Property(property.Alias)!, Value = property.Value }))
        .SelectMany(WithInner)
        .Prepend(outer);

    private static IEnumerable<Core.Editors.Block> BlocksOf(DeliveryValue value) => value switch
    {
        BlockListValue list => list.Blocks,
        BlockGridValue grid => grid.Blocks.SelectMany(Flat),
        RichTextValue text => text.Blocks,
        _ => [],
    };

    private static IEnumerable<Core.Editors.Block> Flat(GridBlock block) => block.Areas.SelectMany(area => area.Blocks).SelectMany(Flat).Prepend(block.Block);
}

internal sealed record SeedValue(StoredItem Holder, PropertyType Property, string Culture, DeliveryValue Value);
