namespace Repository.Web.Media.Intake;

/// <summary>
/// Files that begin alike. A family decides by bytes, not by names, and executes nothing. Memory does not grow with the file. A family whose files may
/// carry what must not be kept writes a clean copy, and cleaning a clean copy changes no byte.
/// </summary>
internal interface IFileFamily
{
    /// <summary>Do the first bytes (4,096, or all there are) say so? The extension counts only where bytes cannot tell.</summary>
    bool Begins(ReadOnlySpan<byte> head, string extension);

    /// <summary>Reads a file that begins so. A file that ends too early makes this throw <see cref="EndOfStreamException"/>, which the intake expects.</summary>
    /// <param name="file">At its first byte; can seek.</param>
    /// <param name="copy">Gives the empty stream of the clean copy; asked for only by families that make one.</param>
    FileFinding Read(Stream file, Func<Stream> copy, string extension);
}
