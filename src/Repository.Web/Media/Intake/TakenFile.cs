using Repository.Storage.Files;

namespace Repository.Web.Media.Intake;

/// <summary>How taking in a file ended.</summary>
internal abstract record IntakeResult
{
    internal sealed record Taken(TakenFile File) : IntakeResult;

    internal sealed record Refused(string Code, string Reason) : IntakeResult;
}

/// <summary>A file that is fit to be kept and still lies aside; disposed without being kept it is gone.</summary>
internal sealed class TakenFile(IncomingFile file, FileFinding.Fit found, FileHash hash, string name) : IDisposable
{
    public FileHash Hash => hash;

    public FileKind Kind => found.Kind;

    public PixelSize? Size => found.Size;

    public TimeSpan? Duration => found.Duration;

    public long Bytes { get; } = file.Content.Length;

    /// <summary>As it stands in the address.</summary>
    public string Name => name;

    /// <summary>Puts it into the store, where the same bytes lie once.</summary>
    public Task KeepAsync(CancellationToken cancellation) => file.KeepAsync(cancellation);

    public void Dispose() => file.Dispose();
}
