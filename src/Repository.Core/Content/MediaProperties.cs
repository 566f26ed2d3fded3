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

    /// <summary>What is measured from the file at every way in, and so never stands in uSync's files.</summary>
    public static readonly IReadOnlyList<string> Measured = [Width, Height, Bytes, Extension, Hash];
}
