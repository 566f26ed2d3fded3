using System.Globalization;
using Repository.Search.Indexing;

namespace Repository.Search.Tests.Indexing;

public sealed class LengthCodeTests
{
    [Fact]
    public void every_code_stands_for_the_length_lucene_gives_it()
    {
        foreach (var row in File.ReadLines(GoldenFiles.Find("lengths.tsv")).Select(line => line.Split('\t')))
            Assert.Equal(int.Parse(row[1], CultureInfo.InvariantCulture), LengthCode.Decode(byte.Parse(row[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void a_length_is_rounded_down_to_the_nearest_code()
    {
        for (var length = 0; length < 100_000; length++)
        {
            var code = LengthCode.Encode(length);

            Assert.True(LengthCode.Decode(code) <= length);
            Assert.True(LengthCode.Decode((byte)(code + 1)) > length);
        }
    }
}
