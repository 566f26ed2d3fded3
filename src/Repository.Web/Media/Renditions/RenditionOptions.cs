namespace Repository.Web.Media.Renditions;

/// <summary>Settings of <c>Repository:Imaging</c>. Without a key nothing need be signed; a cache of 0 bytes keeps only what was made last.</summary>
internal sealed record RenditionOptions(byte[] HmacKey, int MaxWidth, int MaxHeight, long CacheSize);
