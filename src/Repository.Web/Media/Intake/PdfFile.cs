namespace Repository.Web.Media.Intake;

/// <summary>PDF, from its first byte to its end mark. It is never opened here: whoever shows it decides what it may do.</summary>
internal sealed class PdfFile : IFileFamily
{
    private const int Tail = 2048;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("%PDF-"u8);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        file.Position = Math.Max(0, file.Length - Tail);
        var tail = file.Bytes((int)(file.Length - file.Position));
        return tail.AsSpan().LastIndexOf("%%EOF"u8) < 0 ? FileFinding.Damaged : new FileFinding.Fit(FileKind.Pdf);
    }
}
