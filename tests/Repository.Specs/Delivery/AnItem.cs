using System.Security.Cryptography;
using System.Text;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Specs.Delivery;

/// <summary>An item of the village as it is planted: known by a handle, from which its key follows.</summary>
internal sealed record AnItem(string Handle, string Type, string? Below)
{
    private ItemContent _content = ItemContent.Empty;
    private string[] _published = [];
    private bool _isDraft;

    public Guid Key => KeyOf(Handle);

    public ItemKind Kind { get; init; }

    public bool IsRestricted { get; init; }

    public bool IsTrashed { get; init; }

    public DateTimeOffset CreatedAt { get; init; } = new(2026, 2, 3, 15, 4, 5, TimeSpan.Zero);

    public static Guid KeyOf(string handle) => new(SHA256.HashData(Encoding.UTF8.GetBytes(handle)).AsSpan(0, 16));

    public AnItem Named(string name, string culture = "") =>
        this with { _content = _content.WithName(name, culture), _published = [.. _published, culture] };

    public AnItem With(string alias, string stored, string culture = "") => this with { _content = _content.With(alias, stored, culture) };

    /// <summary>Written, but not for the public.</summary>
    public AnItem AsDraft() => this with { _isDraft = true };

    /// <summary>Public in these cultures alone, though written in more.</summary>
    public AnItem PublicIn(params string[] cultures) => this with { _published = cultures };

    public ImportedItem Imported(int order) => new()
    {
        Source = Handle,
        Key = Key,
        Kind = Kind,
        Type = Type,
        ParentKey = Below is null ? null : KeyOf(Below),
        SortOrder = order,
        CreatedAt = CreatedAt,
        Trashed = IsTrashed,
        Restricted = IsRestricted,
        Content = _content,
        Published = _isDraft ? [] : _published,
    };
}
