namespace Repository.Core.Publishing;

/// <summary>How Umbraco's Delivery API names an item that has no address yet: <c>/preview-{key}/</c>, in every language.</summary>
public static class PreviewPath
{
    private const string Prefix = "preview-";

    public static string Of(Guid key) => $"/{Prefix}{key}/";

    public static bool Is(string path) => path.StartsWith($"/{Prefix}", StringComparison.Ordinal) && KeyIn(path) is not null;

    /// <summary>The key in such a path, with or without slashes around it.</summary>
    public static Guid? KeyIn(string path)
    {
        var bare = path.Trim('/');
        return bare.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(bare[Prefix.Length..], out var key) ? key : null;
    }
}
