using System.Text;
using Repository.Core.Content;

namespace Repository.Core.Tests.Content;

public sealed class PackedJsonTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(100_000)]
    public void what_was_packed_is_unpacked_byte_for_byte(int length)
    {
        var utf8 = Encoding.UTF8.GetBytes(new string('ñ', length / 2) + new string('x', length % 2));

        var packed = PackedJson.Of(utf8);

        Assert.Equal(utf8, packed.Utf8.ToArray());
    }

    [Fact]
    public void what_does_not_get_shorter_stays_as_it_is()
    {
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);

        var packed = PackedJson.Of(noise);

        Assert.Equal(noise, packed.Utf8.ToArray());
    }

    [Fact]
    public void a_long_text_takes_less_room()
    {
        var utf8 = Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 1000).Select(number => $"asamblea {number % 17} acuerdo")));

        var packed = PackedJson.Of(utf8);

        Assert.InRange(packed.Size, 1, utf8.Length / 2);
    }
}
