using System.IO.Compression;
using System.Xml;

namespace Repository.Web.Media.Texts;

/// <summary>
/// The parts of an office document, which is a ZIP of XML. Nothing is unpacked to disk, and of all parts together no more is unpacked than a bound: a small
/// file that unfolds to gigabytes is refused.
/// </summary>
internal sealed class PackedDocument : IDisposable
{
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const long MostLetters = 32L * 1024 * 1024;
    private const int MostDirectory = 4 * 1024 * 1024;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostLetters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive _zip;
    private readonly Unpacking _unpacking = new(MostUnpacked);

    private PackedDocument(ZipArchive zip) => _zip = zip;

    public IEnumerable<string> Parts => _zip.Entries.Select(entry => entry.FullName);

    public static PackedDocument Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            // The list of parts is read into memory as it stands.
            if (Intake.ZipFile.DirectoryLength(file) is not { } length || length > MostDirectory) throw new InvalidDataException("Its list of parts is missing or too long.");
            file.Position = 0;
            return new PackedDocument(new ZipArchive(file, ZipArchiveMode.Read));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Null when there is no such part.</summary>
    public XmlReader? Read(string part) => _zip.GetEntry(part) is { } entry ? XmlReader.Create(_unpacking.Of(entry.Open()), Strict) : null;

    public void Dispose() => _zip.Dispose();
}
