using System.Text;

namespace Repository.Web.Media.Texts;

/// <summary>Tables, which are text already.</summary>
internal sealed class PlainText : ITextReader
{
    private const int Portion = 16 * 1024;

    public bool CanRead => true;

    public async Task ReadAsync(string path, GatheredText text, CancellationToken cancellation)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var letters = new char[Portion];
        for (int read; !text.IsFull && (read = await reader.ReadAsync(letters, cancellation)) > 0;) text.Add(letters.AsSpan(0, read));
    }
}
