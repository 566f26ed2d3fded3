using Repository.Web.Media.Texts;

namespace Repository.Web.Tests.Media.Texts;

public sealed class FileWordsTests
{
    private static readonly string Page = string.Join(' ', Enumerable.Range(0, 400).Select(number => $"palabra{number % 50}"));

    [Fact]
    public void a_short_text_stays_as_it_is()
    {
        Assert.Equal("Acta de la asamblea", FileWords.Of("Acta de la asamblea"));
        Assert.Equal("Acta de la asamblea", FileWords.InOrder("Acta de la asamblea"));
    }

    [Fact]
    public void of_a_long_one_the_beginning_stands_in_order_and_every_further_word_once()
    {
        var book = $"{string.Join('\n', Enumerable.Repeat(Page, 100))} Ñandú tu̱ꞌun ñandú palabra7 fin.";

        var words = FileWords.Of(book);

        Assert.StartsWith(FileWords.InOrder(words), book, StringComparison.Ordinal);
        Assert.InRange(FileWords.InOrder(words).Length, FileWords.MostInOrder - 60, FileWords.MostInOrder);
        Assert.Equal("Ñandú tu̱ꞌun fin ", words[(FileWords.InOrder(words).Length + 1)..]);
    }

    [Fact]
    public void however_long_a_text_is_what_search_is_told_of_it_is_not()
    {
        var many = string.Join(' ', Enumerable.Range(0, 200_000).Select(number => $"clave{number}"));

        Assert.InRange(FileWords.Of(many).Length, FileWords.MostInOrder, 2 * FileWords.MostInOrder);
        Assert.InRange(FileWords.Of(new string('x', 1_000_000)).Length, FileWords.MostInOrder - 60, FileWords.MostInOrder + 1);
    }
}
