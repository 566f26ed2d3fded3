using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Core.Tests.Publishing;

public sealed class PagingTests
{
    private static readonly PublishedSnapshot Snapshot = AnItem.Snapshot(
    [
        AnItem.Page(1, null, 0, ("es-MX", "Inicio")),
        .. Enumerable.Range(2, 150).Select(number => AnItem.Page(number, number < 20 ? 1 : 2 + (number % 17), number % 5, ("es-MX", $"Nombre {number % 23}"))),
    ]);

    [Fact]
    public void the_pages_of_any_order_joined_are_the_whole_list_without_repeats_or_gaps() => Prop.ForAll(
        Gen.Choose(1, 40).ToArbitrary(),
        Sorts(),
        Sets(),
        (size, sorts, ordinals) =>
        {
            var view = Snapshot.View(ItemKind.Document, "es-MX");
            var set = ItemSet.Of(view.Count, ordinals.Distinct());

            var pages = Enumerable.Range(0, (view.Count / size) + 2).SelectMany(page => view.Page(set, sorts, page * size, size)).ToList();

            return pages.SequenceEqual(view.Page(set, sorts, 0, int.MaxValue)) && pages.Distinct().Count() == pages.Count && pages.Count == set.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_descending_order_still_ends_with_the_tree_order()
    {
        var view = Snapshot.View(ItemKind.Document, "es-MX");

        var names = view.Page(view.All, [new Sort(SortField.Name, Descending: true)], 0, int.MaxValue).ToList();

        foreach (var (one, next) in names.Zip(names.Skip(1)))
        {
            var compared = CultureInfo.InvariantCulture.CompareInfo.Compare(one.In("es-MX")!.Name, next.In("es-MX")!.Name, CompareOptions.IgnoreCase);
            Assert.True(compared > 0 || (compared == 0 && view.Page(view.All, [], 0, int.MaxValue).SkipWhile(item => item != one).Contains(next)));
        }
    }

    [Fact]
    public void a_set_and_its_complement_are_everything_and_share_nothing()
    {
        var view = Snapshot.View(ItemKind.Document, "es-MX");

        var named = view.Named("nombre 7");
        var others = view.All.Without(named);

        Assert.NotEqual(0, named.Count);
        Assert.Equal(view.Count, named.Count + others.Count);
        Assert.Equal(0, named.And(others).Count);
    }

    [Theory]
    [InlineData("asamblea", true)]
    [InlineData("AGUA asamblea", true)]
    [InlineData("Asamblea del Agua Potable: ¿cómo?", true)]
    [InlineData("como", true)]
    [InlineData("asam", false)]
    [InlineData("", false)]
    public void a_name_is_found_by_whole_words_whatever_their_case_and_accents(string text, bool found)
    {
        var snapshot = AnItem.Snapshot(AnItem.Page(1, null, 0, ("es-MX", "Asamblea del agua potable: ¿cómo?")));

        Assert.Equal(found ? 1 : 0, snapshot.View(ItemKind.Document, "es-MX").Named(text).Count);
    }

    private static Arbitrary<ImmutableArray<Sort>> Sorts() => Gen.ListOf(
        from field in Gen.Elements(SortField.Name, SortField.CreateDate, SortField.UpdateDate, SortField.Level, SortField.SortOrder)
        from down in Gen.Elements(true, false)
        select new Sort(field, down)).Select(sorts => sorts.ToImmutableArray()).ToArbitrary();

    private static Arbitrary<int[]> Sets() => Gen.ArrayOf(Gen.Choose(0, 150)).ToArbitrary();
}
