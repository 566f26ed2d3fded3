namespace Repository.Web.Media;

/// <summary>A file that the public may have: where its bytes lie, how they are sent, and what tells them from all others. The same identity is the same bytes.</summary>
internal sealed record PublicFile(string Address, string Path, string ContentType, string Identity, DateTimeOffset LastModified, PublishedMedium Medium)
{
    /// <summary>What browsers show by themselves without running it as a page of this site.</summary>
    public bool IsShown => IsOf("image/") || IsOf("audio/") || IsOf("video/") || IsOf("text/vtt") || IsPdf;

    /// <summary>Made of pixels, by its name.</summary>
    public bool IsRaster => IsOf("image/") && !IsOf("image/svg");

    public bool IsPdf => IsOf("application/pdf");

    private bool IsOf(string type) => ContentType.StartsWith(type, StringComparison.Ordinal);
}
