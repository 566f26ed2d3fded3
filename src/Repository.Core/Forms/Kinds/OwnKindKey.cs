using Repository.Core.Content;

namespace Repository.Core.Forms.Kinds;

/// <summary>Ids of the kinds that the wire contract leaves to us, made from names that never change.</summary>
internal static class OwnKindKey
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static readonly Guid Space = DerivedKey.Of(Dns, "community-practices-repository");

    public static Guid Of(string name) => DerivedKey.Of(Space, $"form-field-type:{name}");
}
