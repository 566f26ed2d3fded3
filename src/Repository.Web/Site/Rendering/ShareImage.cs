namespace Repository.Web.Site.Rendering;

/// <summary>The picture that a shared link shows.</summary>
/// <param name="Width">Null where it is not known before it is made.</param>
internal sealed record ShareImage(string Path, string Alt, int? Width, int? Height);
