namespace Repository.Core.Content;

/// <summary>The properties by which a media item knows its file. Umbraco's, and one of ours: the SHA-256 of the bytes, so that a revision says which file it means.</summary>
public static class MediaProperties
{
    public const string File = "umbracoFile";
    public const string Width = "umbracoWidth";
    public const string Height = "umbracoHeight";
    public const string Bytes = "umbracoBytes";
    public const string Extension = "umbracoExtension";
    public const string Hash = "fileHash";

    /// <summary>Of a recording, measured where its headers tell it and written by hand where they do not. So it stands in uSync's files.</summary>
    public const string Duration = "duration";

    /// <summary>Of a drawing or a document: the picture that shows it where only pictures can be shown.</summary>
    public const string Preview = "preview";

    /// <summary>Of a picture that was made here: which item it was made of, and the hash of the file it had then.</summary>
    public const string MadeFrom = "madeFrom";

    /// <summary>What is measured from the file at every way in, and so never stands in uSync's files.</summary>
    public static readonly IReadOnlyList<string> Measured = [Width, Height, Bytes, Extension, Hash];
}
