namespace Repository.Web.Seed;

/// <summary>A file of the seed media: its item, its type and where it lies below the media folder.</summary>
internal sealed record SeedFile(Guid Key, string Type, string Path)
{
    public string Url => $"/media/{Path}";

    /// <summary>The folder's name is made from the key, eight letters and digits as Umbraco has it.</summary>
    public static SeedFile Named(string name, string type)
    {
        var key = SeedKeys.Media($"file/{name}");
        return new SeedFile(key, type, $"{key.ToString("n")[..8]}/{name}");
    }
}
