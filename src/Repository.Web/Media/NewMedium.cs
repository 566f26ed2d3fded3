using Repository.Core.Workflow;

namespace Repository.Web.Media;

/// <summary>What is said of a file when it is brought: of its item, not of its bytes.</summary>
internal sealed record NewMedium
{
    /// <summary>Chosen by a writer who may have to bring it again; otherwise made with the item.</summary>
    public Guid? Key { get; init; }

    /// <summary>Empty: made from the file's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Names of folders from the root down, parted by slashes; those that are not there are made. Empty: at the root.</summary>
    public string Folder { get; init; } = "";
    public string AltText { get; init; } = "";
    public bool IsDecorative { get; init; }
    public string Credit { get; init; } = "";

    /// <summary>The key of a term of the vocabulary of licences.</summary>
    public string Licence { get; init; } = "";
    public string Transcript { get; init; } = "";

    /// <summary>The item that holds a video's captions.</summary>
    public Guid? Captions { get; init; }

    /// <summary>False: the item is hidden from anonymous visitors, and may lack what the public would need.</summary>
    public bool IsPublic { get; init; }
    public required Author By { get; init; }
}
