using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Repository.Core.Editors;

/// <summary>Umbraco's name for an entity: <c>umb://document/{32 hexadecimal digits}</c>.</summary>
internal readonly record struct Udi(string EntityType, Guid Key)
{
    public const string Document = "document";
    public const string Media = "media";
    public const string Member = "member";

    private const string Scheme = "umb://";

    /// <summary>The item it names, when it names a document or a media item.</summary>
    public ItemReference? Item => EntityType switch
    {
        Document => new ItemReference(ReferenceKind.Document, Key),
        Media => new ItemReference(ReferenceKind.Media, Key),
        _ => null,
    };

    public static Udi Of(ItemReference item) => new(item.Kind == ReferenceKind.Media ? Media : Document, item.Key);

    /// <summary>Accepts the key with and without dashes, in any letter case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Udi udi)
    {
        udi = default;
        if (text is null || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = text.AsSpan(Scheme.Length);
        var slash = rest.IndexOf('/');
        if (slash <= 0 || !Guid.TryParse(rest[(slash + 1)..], out var key)) return false;
        udi = new Udi(rest[..slash].ToString().ToLowerInvariant(), key);
        return true;
    }

    /// <summary>A UDI, or a bare key of the entity type that is expected.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, string expected, out Udi udi)
    {
        if (TryParse(text, out udi)) return udi.EntityType == expected;
        if (!Guid.TryParse(text, out var key)) return false;
        udi = new Udi(expected, key);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scheme}{EntityType}/{Key:N}");
}
