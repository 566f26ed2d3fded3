namespace Repository.Storage.Files;

/// <summary>The SHA-256 of a file's bytes in lower-case hexadecimal digits: its name in the store.</summary>
public readonly record struct FileHash
{
    private const int Length = 64;

    private readonly string? _hex;

    private FileHash(string hex) => _hex = hex;

    public string Hex => _hex ?? throw new InvalidOperationException("This is no hash.");

    public static FileHash Of(ReadOnlySpan<byte> digest) => new(Convert.ToHexStringLower(digest));

    /// <summary>Null for a text that is no hash: it may never become a path.</summary>
    public static FileHash? Parse(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower) ? new FileHash(text) : null;

    public override string ToString() => Hex;
}
