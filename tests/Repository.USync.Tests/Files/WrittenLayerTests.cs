using Repository.Testing;
using Repository.USync.Files;

namespace Repository.USync.Tests.Files;

public sealed class WrittenLayerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Keys made in one minute begin alike: the copies of one subtree, for example.</summary>
    [Fact]
    public void items_of_one_name_and_one_minute_each_have_their_file()
    {
        byte[][] contents = [[1], [2], [3], [4]];
        var files = contents.Select((bytes, number) => new WrittenFile("Content", "antecedentes", new Guid($"019e4f00-0000-7000-8000-00000000000{number}"), bytes));

        new WrittenLayer(_folder.Path).Write(["Content"], files);

        var written = Directory.GetFiles(Path.Combine(_folder.Path, "Content"));
        Assert.Equal(contents.Select(bytes => bytes[0]), written.Select(file => Assert.Single(File.ReadAllBytes(file))).Order());
    }
}
