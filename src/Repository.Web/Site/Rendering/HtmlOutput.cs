using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Repository.Web.Site.Rendering;

/// <summary>A page as it grows, in UTF-8. Texts are escaped on the way in; letters of all languages stand as themselves.</summary>
internal sealed class HtmlOutput : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private const int MostBytesOfLetter = 3;
    private const int Portion = 512;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Literal(ReadOnlySpan<char> markup)
    {
        Reserve(markup.Length * MostBytesOfLetter);
        _length += Encoding.UTF8.GetBytes(markup, _bytes.AsSpan(_length));
    }

    public void Literal(ReadOnlySpan<byte> markup)
    {
        Reserve(markup.Length);
        markup.CopyTo(_bytes.AsSpan(_length));
        _length += markup.Length;
    }

    public void Text(ReadOnlySpan<char> text)
    {
        Span<char> escaped = stackalloc char[Portion];
        while (!text.IsEmpty)
        {
            Encoder.Encode(text, escaped, out var consumed, out var written);
            Literal(escaped[..written]);
            text = text[consumed..];
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _length >= more) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + more));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
