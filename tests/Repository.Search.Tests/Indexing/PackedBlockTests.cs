using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Indexing;

namespace Repository.Search.Tests.Indexing;

public sealed class PackedBlockTests
{
    [Theory]
    [MemberData(nameof(Widths))]
    public void numbers_of_every_width_come_back(int bits)
    {
        var random = new Random(bits);
        var values = Enumerable.Range(0, PackedBlock.Size).Select(_ => (int)(random.NextInt64(1L << bits) & int.MaxValue)).ToArray();
        var packed = new byte[PackedBlock.Bytes(32)];

        PackedBlock.Pack(values, PackedBlock.BitsFor(values), packed);
        var back = new int[PackedBlock.Size];
        PackedBlock.Unpack(ref packed[0], PackedBlock.BitsFor(values), 0, back);

        Assert.Equal(values, back);
    }

    [Fact]
    public void ascending_numbers_come_back_from_their_distances() => Prop.ForAll(Steps().ToArbitrary(), steps =>
    {
        var before = steps[0];
        var numbers = steps.Select((_, i) => before + steps.Take(i + 1).Sum() + i).ToArray();

        var distances = (int[])numbers.Clone();
        PackedBlock.ToDistances(distances, before);
        var bits = PackedBlock.BitsFor(distances);
        var packed = new byte[PackedBlock.Bytes(bits) + 16];
        PackedBlock.Pack(distances, bits, packed);
        var back = new int[PackedBlock.Size];
        PackedBlock.UnpackAscending(ref packed[0], bits, before, back);

        return back.SequenceEqual(numbers);
    }).QuickCheckThrowOnFailure();

    public static TheoryData<int> Widths() => [.. Enumerable.Range(1, 31)];

    private static Gen<int[]> Steps() => Gen.Choose(0, 1 << 18).ArrayOf(PackedBlock.Size);
}
