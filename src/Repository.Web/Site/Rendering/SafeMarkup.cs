namespace Repository.Web.Site.Rendering;

/// <summary>Markup that may be written as it is: whoever makes one has escaped or sanitised everything in it.</summary>
internal readonly record struct SafeMarkup(string Html)
{
    public bool IsEmpty => string.IsNullOrEmpty(Html);
}
