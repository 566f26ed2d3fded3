using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Content;

namespace Repository.Storage.Tests;

public sealed class TreeOrderTests
{
    /// <summary>Any forest, its items in any order: each number says which earlier item, if any, is the parent of the next.</summary>
    private static readonly Arbitrary<Item[]> Forests = ArbMap.Default.GeneratorFor<NonNegativeInt[]>().SelectMany(Shuffled).ToArbitrary();

    [Fact]
    public void every_item_stands_once_and_after_its_parent() => Prop.ForAll(Forests, forest =>
    {
        var ordered = TreeOrder.DepthFirst(forest);

        var places = ordered.Select((item, place) => (item.Key, place)).ToDictionary(pair => pair.Key, pair => pair.place);
        return places.Count == forest.Length && forest.All(item => item.ParentKey is not { } parent || places[parent] < places[item.Key]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void siblings_keep_the_order_they_were_given_in() => Prop.ForAll(Forests, forest =>
    {
        var ordered = TreeOrder.DepthFirst(forest);

        return forest.GroupBy(item => item.ParentKey).All(siblings => ordered.Where(item => item.ParentKey == siblings.Key).SequenceEqual(siblings));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_line_leads_from_a_root_to_the_parent_step_by_step() => Prop.ForAll(Forests, forest => forest.All(item =>
    {
        var line = TreeOrder.Line(forest, item.Key);

        return line.Append(item).Select(step => step.ParentKey).SequenceEqual(line.Select(step => (Guid?)step.Key).Prepend(null));
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void a_ring_of_parents_ends()
    {
        var (a, b) = (An.Item("a"), An.Item("b"));
        (a, b) = (a with { ParentKey = b.Key }, b with { ParentKey = a.Key });

        var line = TreeOrder.Line([a, b], a.Key);

        Assert.Equal([b], line);
    }

    private static Gen<Item[]> Shuffled(NonNegativeInt[] parents)
    {
        var items = new List<Item>();
        foreach (var parent in parents)
        {
            var place = parent.Get % (items.Count + 1);
            items.Add(An.Item("x", below: place == items.Count ? null : items[place]));
        }

        return Gen.Shuffle(items.ToArray());
    }
}
