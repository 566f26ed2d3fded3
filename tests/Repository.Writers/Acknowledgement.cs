using System.Globalization;

namespace Repository.Writers;

internal enum Act
{
    Create,
    Save,
    Rename,
    Publish,
    Unpublish,
    Move,
    Sort,
    Trash,
    Restore,
    Copy,
    Delete,
}

/// <summary>
/// One line of a writer process, printed once a write is committed and served: which write (its name stands as the author in the change log),
/// and what must be found after a restart.
/// </summary>
/// <param name="Served">The line of the change log this process was serving when the write came back.</param>
/// <param name="Proof">The hash of the content, the new parent, the new order of children; a dash where the log says it all.</param>
internal sealed record Acknowledgement(string By, Act Act, Guid Key, long Seq, long Version, long Served, string Proof)
{
    private const string First = "done";

    /// <summary>A line that a kill cut short lacks it.</summary>
    private const string Last = ".";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First} {By} {Act} {Key} {Seq} {Version} {Served} {Proof} {Last}");

    /// <summary>Null for a line that is cut short or tells something else.</summary>
    public static Acknowledgement? Read(string line) => line.Split(' ') is [First, var by, var act, var key, var seq, var version, var served, var proof, Last]
        ? new Acknowledgement(by, Enum.Parse<Act>(act), Guid.Parse(key), Number(seq), Number(version), Number(served), proof)
        : null;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
