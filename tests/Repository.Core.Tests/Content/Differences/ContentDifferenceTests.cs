using Repository.Core.Content;
using Repository.Core.Content.Differences;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Tests.Content.Differences;

public sealed class ContentDifferenceTests
{
    private static readonly ContentType Step = ASchema.Type("step", ContentTypeKind.Element) with { Name = "Paso", Properties = [ASchema.Property("title"), ASchema.Property("text")] };
    private static readonly ContentType Type = ASchema.Type("piece") with { VariesByCulture = true, Properties = [ASchema.Property("body") with { Name = "Texto", VariesByCulture = true }] };
    private static readonly ContentSchema Schema = ASchema.Build(Step, Type);
    private static readonly Guid[] Keys = [.. Enumerable.Range(1, 200).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Fact]
    public void what_is_the_same_shows_no_difference()
    {
        var value = new TextValue("Trabajo de todas y todos.");

        Assert.True(Between(value, value).IsEmpty);
        Assert.True(Between(Nodes(Text("a "), Text(" b")), Nodes(Text("a"), Text(" b"))).IsEmpty);
    }

    [Fact]
    public void a_text_is_compared_word_by_word()
    {
        var lines = Lines(Between(new TextValue("El tequio reúne a la comunidad cada mes."), new TextValue("El tequio convoca a la comunidad cada año.")));

        Assert.Equal(["Changed: El tequio -reúne- +convoca+  a la comunidad cada -mes- +año+ ."], lines);
    }

    [Fact]
    public void a_line_that_comes_leaves_the_others_whole()
    {
        var lines = Lines(Between(new TextValue("Uno.\nTres."), new TextValue("Uno.\nDos.\nTres.")));

        Assert.Equal(["Same: Uno.", "Added: +Dos.+", "Same: Tres."], lines);
    }

    [Fact]
    public void lines_with_nothing_in_common_are_not_mixed()
    {
        var lines = Lines(Between(new TextValue("Trabajo común."), new TextValue("Fiesta patronal del pueblo entero.")));

        Assert.Equal(["Removed: -Trabajo común.-", "Added: +Fiesta patronal del pueblo entero.+"], lines);
    }

    [Fact]
    public void a_text_that_was_not_there_comes_whole() => Assert.Equal(["Added: +Uno.+"], Lines(Between(DeliveryValue.Null, new TextValue("Uno."))));

    [Fact]
    public void rich_text_is_compared_as_it_is_read_with_its_marks()
    {
        var before = Nodes(Tag("h2", Text("Cómo")), Tag("p", Text("Se reúnen "), Tag("strong", Text("todas")), Text(" las familias.")), Tag("ul", Tag("li", Text("Maíz"))));
        var after = Nodes(Tag("h2", Text("Cómo")), Tag("p", Text("Se reúnen "), Tag("em", Text("todas")), Text(" las familias.")), Tag("ul", Tag("li", Text("Maíz")), Tag("li", Text("Frijol"))));

        var change = Assert.IsType<TextChange>(Between(before, after).Fields.Single().Change);

        Assert.Equal(["Same: Cómo", "Changed: Se reúnen -todas- +todas+  las familias.", "Same: Maíz", "Added: +Frijol+"], change.Lines.Select(Told));
        Assert.Equal(TextMarks.Heading, change.Lines[0].Runs[0].Marks);
        Assert.Equal([TextMarks.Strong, TextMarks.Emphasis], change.Lines[1].Runs.Where(run => run.Kind != DifferenceKind.Same).Select(run => run.Marks));
    }

    [Fact]
    public void a_link_that_leads_elsewhere_is_a_difference()
    {
        var (one, other) = (new ItemReference(ReferenceKind.Document, Keys[0]), new ItemReference(ReferenceKind.Document, Keys[1]));

        var change = Assert.IsType<TextChange>(Between(Nodes(Link(one)), Nodes(Link(other))).Fields.Single().Change);

        Assert.Equal(["«1»", "«2»"], change.Lines.SelectMany(line => line.Runs).Where(run => run.Kind != DifferenceKind.Same).Select(run => run.Target));
    }

    [Fact]
    public void picked_items_come_and_go_by_name()
    {
        var before = new ItemListValue([Item(0), Item(1), Item(2)]);

        var change = Assert.IsType<ListChange>(Between(before, new ItemListValue([Item(2), Item(0), Item(3)])).Fields.Single().Change);

        Assert.Equal(["Removed «2»", "Same «3»", "Moved «1»", "Added «4»"], change.Entries.Select(entry => $"{entry.Kind} {entry.Text}"));
    }

    [Fact]
    public void other_values_are_told_before_and_after()
    {
        Assert.Equal(new PlainChange("1990", "1991"), Between(new NumberValue("1990"), new NumberValue("1991")).Fields.Single().Change);
        Assert.Equal(new PlainChange("", "Sí"), Between(DeliveryValue.Null, new BooleanValue(true)).Fields.Single().Change);
        Assert.Equal(new PlainChange("Marzo 2018", "lat: 17.06, lon: -96.72"), Between(new JsonValue("""{"literal":"Marzo 2018","kind":"month"}"""), new JsonValue("""{"lat":17.06,"lon":-96.72}""")).Fields.Single().Change);
    }

    [Fact]
    public void blocks_come_go_move_and_change_inside()
    {
        var before = Blocks(ABlock(0, "Uno"), ABlock(1, "Dos"), ABlock(2, "Tres"), ABlock(3, "Cuatro"));
        var after = Blocks(ABlock(3, "Cuatro"), ABlock(0, "Uno"), ABlock(1, "Dos", "Con palas."), ABlock(4, "Cinco"));

        var change = Assert.IsType<BlockListChange>(Between(before, after).Fields.Single().Change);

        Assert.Equal(
            ["Moved Paso «Cuatro» ", "Changed Paso «Dos» text", "Removed Paso «Tres» title", "Added Paso «Cinco» title"],
            change.Blocks.Select(block => $"{block.Kind} {block.TypeName} «{block.Title}» {string.Join(' ', block.Fields.Select(field => field.Alias))}"));
    }

    [Fact]
    public void a_block_that_moves_and_changes_is_told_as_both()
    {
        var change = Assert.IsType<BlockListChange>(Between(Blocks(ABlock(0, "Uno"), ABlock(1, "Dos"), ABlock(2, "Tres")), Blocks(ABlock(1, "Dos"), ABlock(2, "Tres"), ABlock(0, "Otro"))).Fields.Single().Change);

        var block = Assert.Single(change.Blocks);
        Assert.Equal((DifferenceKind.Changed, true), (block.Kind, block.IsMoved));
    }

    [Fact]
    public void each_language_is_compared_by_itself()
    {
        var validation = ASchema.Validation();
        var type = validation.Schema.DocumentType("page")!;
        var before = validation.Read(type, ItemContent.Named("Tequio", ASchema.Spanish).WithName("Work", ASchema.English).With("summary", "Uno.", ASchema.Spanish));
        var after = validation.Read(type, before.Content.WithName("Communal work", ASchema.English).With("year", "1990"));

        Assert.Equal(["year"], ContentDifference.Of(validation.Schema, before, after, ASchema.Spanish, Name).Fields.Select(field => field.Alias));
        Assert.Equal(["name", "year"], ContentDifference.Of(validation.Schema, before, after, ASchema.English, Name).Fields.Select(field => field.Alias));
        Assert.Equal(["name", "summary", "year"], ContentDifference.Of(validation.Schema, null, after, ASchema.Spanish, Name).Fields.Select(field => field.Alias));
    }

    /// <summary>Far below what a person would notice, so that a slow machine does not judge.</summary>
    [Fact]
    public void two_hundred_blocks_are_compared_at_once()
    {
        var random = new Random(3);
        var words = Enumerable.Range(0, 400).Select(number => $"palabra{number}").ToArray();
        Block Long(int number, int seed) => ABlock(number, $"Paso {number}", string.Join(' ', new Random(seed).GetItems(words, 250)));
        var before = Blocks([.. Enumerable.Range(0, 200).Select(number => Long(number, number))]);
        var after = Blocks([.. Enumerable.Range(0, 200).OrderBy(_ => random.Next()).Select(number => Long(number, number % 2 == 0 ? number : 1000 + number))]);

        var begun = TimeProvider.System.GetTimestamp();
        var change = Assert.IsType<BlockListChange>(Between(before, after).Fields.Single().Change);

        Assert.Equal(100, change.Blocks.Count(block => block.Kind == DifferenceKind.Changed));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(5));
    }

    private static ContentDifference Between(DeliveryValue before, DeliveryValue after) => ContentDifference.Of(Schema, Reading(before, "a"), Reading(after, "b"), ASchema.Spanish, Name);

    private static ItemReading Reading(DeliveryValue value, string stored) => new(
        Type,
        ItemContent.Named("Pieza", ASchema.Spanish).With("body", stored, ASchema.Spanish),
        [new ValueReading(Type.Properties[0], ASchema.Spanish, new PropertyReading(stored, value))],
        []);

    private static string Name(ItemReference item) => $"«{Array.IndexOf(Keys, item.Key) + 1}»";

    private static ItemReference Item(int number) => new(ReferenceKind.Document, Keys[number]);

    private static RichTextValue Nodes(params RichTextNode[] nodes) => new([.. nodes], []);

    private static RichTextText Text(string text) => new(text);

    private static RichTextElement Tag(string tag, params RichTextNode[] children) => new(tag, [], [.. children]);

    private static RichTextElement Link(ItemReference item) => Tag("p", new RichTextElement("a", [], [Text("aquí")]) { Item = item });

    private static BlockListValue Blocks(params Block[] blocks) => new([.. blocks]);

    private static Block ABlock(int number, string title, string text = "") =>
        new(new Element(Keys[number], "step", [new ElementProperty("title", new TextValue(title)), new ElementProperty("text", text.Length == 0 ? DeliveryValue.Null : new TextValue(text))]), null);

    private static IEnumerable<string> Lines(ContentDifference difference) => Assert.IsType<TextChange>(difference.Fields.Single().Change).Lines.Select(Told);

    private static string Told(TextLine line) => $"{line.Kind}: {string.Join(' ', line.Runs.Select(run => run.Kind switch { DifferenceKind.Added => $"+{run.Text}+", DifferenceKind.Removed => $"-{run.Text}-", _ => run.Text.Trim() is { Length: > 0 } text && run.Text.StartsWith(' ') ? $" {text}" : run.Text.TrimEnd() }))}";
}
