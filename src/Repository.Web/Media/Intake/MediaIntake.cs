using System.Globalization;
using Repository.Storage.Files;

namespace Repository.Web.Media.Intake;

/// <summary>
/// The one way for bytes to become a file of the store, whoever brings them. They are written aside while they are hashed, what they are is decided by
/// what they say and not by their name, and what may not be kept is taken out.
/// </summary>
internal sealed class MediaIntake(FileStore store, long maxFileSize)
{
    private const int HeadLength = 4096;

    private static readonly IFileFamily[] Families =
    [
        new JpegFile(), new PngFile(), new GifFile(), new WebpFile(), new SvgFile(), new PdfFile(), new Mp4File(), new WebmFile(), new OggFile(), new ZipFile(), new SubtitlesFile(),
        new Mp3File(), new CsvFile(),
    ];

    private static readonly IntakeResult.Refused Empty = new("emptyFile", "El archivo está vacío.");

    public long MaxFileSize => maxFileSize;

    public async Task<IntakeResult> TakeAsync(Stream source, string name, CancellationToken cancellation)
    {
        var incoming = store.Receive();
        try
        {
            if (await incoming.FillAsync(source, maxFileSize, cancellation)) return await ExamineAsync(incoming, name, cancellation);
            incoming.Dispose();
            return TooLarge(maxFileSize);
        }
        catch
        {
            incoming.Dispose();
            throw;
        }
    }

    /// <summary>Takes a file over that was filled bit by bit: from now on it is the intake's, which moves it or deletes it.</summary>
    public async Task<IntakeResult> TakeOverAsync(FileStream filled, string name, CancellationToken cancellation)
    {
        var incoming = store.Adopt(filled);
        try
        {
            return await ExamineAsync(incoming, name, cancellation);
        }
        catch
        {
            incoming.Dispose();
            throw;
        }
    }

    public static IntakeResult.Refused TooLarge(long most) => new("fileTooLarge", $"El archivo es demasiado grande: puede tener hasta {Shown(most)}.");

    private async Task<IntakeResult> ExamineAsync(IncomingFile incoming, string name, CancellationToken cancellation)
    {
        IncomingFile? copy = null;
        var finding = Find(incoming.Content, () => (copy = store.Receive()).Content, MediaFileName.Extension(name));
        if (finding is not FileFinding.Fit fit)
        {
            copy?.Dispose();
            incoming.Dispose();
            return finding is FileFinding.Unfit unfit ? new IntakeResult.Refused(unfit.Code, unfit.Reason) : Empty;
        }

        var kept = fit.IsCopied && copy is not null ? copy : incoming;
        if (kept != incoming) incoming.Dispose();
        return new IntakeResult.Taken(new TakenFile(kept, fit, await kept.HashAsync(cancellation), MediaFileName.Of(name, fit.Kind)));
    }

    /// <summary>Null for an empty file.</summary>
    private static FileFinding? Find(FileStream file, Func<Stream> copy, string extension)
    {
        if (file.Length == 0) return null;
        file.Position = 0;
        var head = new byte[(int)Math.Min(HeadLength, file.Length)];
        file.ReadExactly(head);
        if (Families.FirstOrDefault(family => family.Begins(head, extension)) is not { } found) return FileFinding.Unsupported;
        file.Position = 0;
        try
        {
            var finding = found.Read(file, copy, extension);
            return finding is FileFinding.Fit { Kind.MostBytes: > 0 and var most } && file.Length > most ? new FileFinding.Unfit("fileTooLarge", TooLarge(most).Reason) : finding;
        }
        catch (EndOfStreamException)
        {
            return FileFinding.Damaged;
        }
    }

    private static string Shown(long bytes) => bytes % (1L << 30) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 30} GB")
        : bytes >= 1L << 20 ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB") : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
}
