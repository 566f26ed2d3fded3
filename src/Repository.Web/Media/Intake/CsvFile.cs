namespace Repository.Web.Media.Intake;

/// <summary>Tables as text. No byte says so: it must be called a table, be text in UTF-8, and not begin as markup does.</summary>
internal sealed class CsvFile : IFileFamily
{
    private static readonly FileFinding.Unfit NotText = new("notUtf8", "La tabla CSV debe ser texto en UTF-8: guárdala con esa codificación.");

    public bool Begins(ReadOnlySpan<byte> head, string extension) => extension == FileKind.Csv.Extension && !PlainTextReading.Start(head).AsSpan().TrimStart().StartsWith('<');

    public FileFinding Read(Stream file, Func<Stream> copy, string extension) => PlainTextReading.IsText(file) ? new FileFinding.Fit(FileKind.Csv) : NotText;
}
