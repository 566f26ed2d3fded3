using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Content;

namespace Repository.Core.Tests.Content;

public sealed class PlacementTests
{
    private static readonly Repository.Core.Schema.ContentSchema Schema = ASchema.Build();

    [Fact]
    public void allowed_moves_never_make_a_cycle_or_lose_an_item()
    {
        Prop.ForAll<NonEmptyArray<Tuple<byte, byte>>>(moves =>
        {
            var parents = Enumerable.Range(0, 12).ToDictionary(Key, number => number == 0 ? (Guid?)null : Key(number / 2));

            foreach (var (moving, target) in moves.Get) Move(parents, Key(moving % 12), Key(target % 12));

            return parents.Count == 12 && parents.Keys.All(key => ReachesARoot(parents, key));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void an_item_cannot_be_moved_below_itself_or_its_descendants()
    {
        var (item, child, other) = (Key(1), Key(2), Key(3));

        var refused = (Placement.WouldCycle(item, item, []), Placement.WouldCycle(item, child, [item]), Placement.WouldCycle(item, other, []));

        Assert.Equal((true, true, false), refused);
    }

    [Fact]
    public void a_new_order_of_exactly_the_siblings_keeps_them_all()
    {
        Prop.ForAll<byte, int>((count, seed) =>
        {
            var siblings = Enumerable.Range(0, count % 30).Select(number => AnItem(Key(number), number)).ToArray();
            var order = siblings.Select(item => item.Key).ToArray();
            new System.Random(seed).Shuffle(order);

            var moved = Placement.Reordered(siblings, order)!.ToDictionary(item => item.Key);

            var after = siblings.Select(item => moved.GetValueOrDefault(item.Key, item)).OrderBy(item => item.SortOrder).Select(item => item.Key);
            return after.SequenceEqual(order);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(new[] { 0, 1 })]
    [InlineData(new[] { 0, 1, 1 })]
    [InlineData(new[] { 0, 1, 7 })]
    [InlineData(new[] { 0, 1, 2, 3 })]
    public void an_order_that_is_not_exactly_the_siblings_is_refused(int[] order)
    {
        var siblings = Enumerable.Range(0, 3).Select(number => AnItem(Key(number), number)).ToArray();

        var moved = Placement.Reordered(siblings, [.. order.Select(Key)]);

        Assert.Null(moved);
    }

    [Fact]
    public void an_order_that_stands_already_moves_nothing()
    {
        var siblings = Enumerable.Range(0, 3).Select(number => AnItem(Key(number), number)).ToArray();

        var moved = Placement.Reordered(siblings, [Key(0), Key(1), Key(2)]);

        Assert.Empty(moved!);
    }

    [Theory]
    [InlineData("page", null, "«page» no puede estar en la raíz.")]
    [InlineData("section", null, null)]
    [InlineData("page", "section", null)]
    [InlineData("section", "page", "«section» no puede estar dentro de «page».")]
    public void the_parents_type_decides_who_may_stand_below_it(string type, string? parent, string? expected)
    {
        var parentItem = parent is null ? null : AnItem(Key(1), 0) with { Type = parent };

        var refusal = Placement.Refusal(Schema, Schema.DocumentType(type)!, parentItem);

        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void a_media_file_holds_nothing_and_no_document()
    {
        var image = AnItem(Key(1), 0) with { Kind = ItemKind.Media, Type = "Image" };
        var folder = image with { Type = "Folder" };

        var inImage = Placement.Refusal(Schema, Schema.MediaType("Image")!, image);
        var inFolder = Placement.Refusal(Schema, Schema.MediaType("Image")!, folder);
        var document = Placement.Refusal(Schema, Schema.DocumentType("page")!, folder);

        Assert.Equal("«Image» no puede estar dentro de «Image».", inImage);
        Assert.Null(inFolder);
        Assert.Equal(Refusals.ParentOfOtherKind, document);
    }

    [Fact]
    public void nothing_is_placed_in_the_bin()
    {
        var trashed = AnItem(Key(1), 0) with { Type = "section", Trashed = true };

        var refusal = Placement.Refusal(Schema, Schema.DocumentType("page")!, trashed);

        Assert.Equal(Refusals.ParentInBin, refusal);
    }

    [Fact]
    public void a_blocks_type_is_no_items_type()
    {
        var type = Placement.TypeOf(Schema, ItemKind.Document, "quote");

        Assert.Null(type);
        Assert.Equal(Refusals.ElementType("quote"), Placement.TypeRefusal(Schema, "quote"));
    }

    private static void Move(Dictionary<Guid, Guid?> parents, Guid moving, Guid target)
    {
        if (!Placement.WouldCycle(moving, target, Ancestors(parents, target))) parents[moving] = target;
    }

    private static IEnumerable<Guid> Ancestors(Dictionary<Guid, Guid?> parents, Guid key)
    {
        while (parents[key] is { } parent) yield return key = parent;
    }

    private static bool ReachesARoot(Dictionary<Guid, Guid?> parents, Guid key) => Ancestors(parents, key).Take(parents.Count + 1).Count() <= parents.Count;

    private static Guid Key(int number) => new(number + 1, 0, 0, new byte[8]);

    private static Item AnItem(Guid key, int sortOrder) => new()
    {
        Key = key,
        Kind = ItemKind.Document,
        Type = "note",
        SortOrder = sortOrder,
        CreatedAt = DateTimeOffset.UnixEpoch,
        CreatedBy = "ana",
    };
}
