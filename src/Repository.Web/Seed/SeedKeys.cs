using Repository.Core.Content;

namespace Repository.Web.Seed;

/// <summary>Keys made from names, so that the same fact is the same item in every installation (docs/schema.md, "Keys").</summary>
internal static class SeedKeys
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static readonly Guid Space = DerivedKey.Of(Dns, "community-practices-repository");

    /// <summary>A document, by what it is and its key there: <c>term/themes/water</c>.</summary>
    public static Guid Content(string name) => DerivedKey.Of(Space, $"content:{name}");

    public static Guid Media(string name) => DerivedKey.Of(Space, $"media:{name}");

    public static Guid Form(string name) => DerivedKey.Of(Space, $"form:{name}");

    /// <summary>A block, by its way from the item down.</summary>
    public static Guid Block(string path) => DerivedKey.Of(Space, $"block:{path}");

    public static Guid Section(string name) => Content($"section/{name}");

    public static Guid Term(string vocabulary, string key) => Content($"term/{vocabulary}/{key}");
}
