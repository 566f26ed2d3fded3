namespace Repository.Web.Media.Renditions.Making;

/// <summary>The command-line program of libvips, confined.</summary>
internal sealed class Vips(string? folders)
{
    public const string Program = "vips";

    private readonly ConfinedProgram _program = new(Program, folders, Confinement.OfPictures);

    /// <summary>Where the program lies; null when it is not installed.</summary>
    public string? Path => _program.Path;

    /// <summary>Runs one operation in a folder. Null when all went well, otherwise what the program said.</summary>
    /// <param name="fromOutside">Only formats that libvips holds fit for files of unknown origin are read.</param>
    public Task<string?> RunAsync(string folder, IEnumerable<string> words, bool fromOutside, CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string>
        {
            // Where there are no plug-ins: the dozens of other formats they read are not wanted, and loading them takes half the time of a start.
            ["VIPSHOME"] = folder,
            ["VIPS_WARNING"] = "0",
        };
        if (fromOutside) environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        return _program.RunAsync(new ProgramCall(folder, words) { Environment = environment }, cancellation);
    }
}
