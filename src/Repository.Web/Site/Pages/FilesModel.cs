using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>Files to take along, and what one may do with them.</summary>
internal sealed record FilesModel(IReadOnlyList<PieceFile> Files)
{
    /// <summary>What holds where an item says nothing else.</summary>
    public const string OwnLicence = "CC BY 4.0";

    public string? Licence { get; init; }

    /// <summary>Where else it can be read.</summary>
    public IReadOnlyList<SeenLink> Links { get; init; } = [];

    /// <summary>What is said where there is nothing; without it the section is left out.</summary>
    public string? Empty { get; init; }

    public string Heading { get; init; } = "Piece.Download";
}
