using System.Globalization;

namespace Repository.Web.Media.Previews;

/// <summary>The program of poppler that draws a page of a PDF, confined as the one that decodes pictures is.</summary>
internal sealed class Poppler(string? folders)
{
    public const string Program = "pdftocairo";

    private readonly ConfinedProgram _program = new(Program, folders, Confinement.OfPictures);

    /// <summary>Where the program lies; null when it is not installed.</summary>
    public string? Path => _program.Path;

    /// <summary>Draws the first page, its longer side so many pixels long. Null when the picture is there, otherwise what the program said.</summary>
    public Task<string?> DrawAsync(string folder, string source, string target, int side, CancellationToken cancellation) => _program.RunAsync(
        new ProgramCall(folder, ["-png", "-singlefile", "-f", "1", "-l", "1", "-scale-to", side.ToString(CultureInfo.InvariantCulture), source, System.IO.Path.GetFileNameWithoutExtension(target)]),
        cancellation);
}
