using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Repository.Core.Schema;

/// <summary>Every type, editor setting and language the repository knows. Immutable; made by the schema builder, which refuses what does not fit together.</summary>
public sealed class ContentSchema
{
    private readonly FrozenDictionary<string, ContentType> _documentTypes;
    private readonly FrozenDictionary<string, ContentType> _mediaTypes;
    private readonly FrozenDictionary<Guid, ContentType> _typesByKey;
    private readonly FrozenDictionary<Guid, ContentType> _shownByKey;

    public ContentSchema(
        IEnumerable<ContentType> types,
        IEnumerable<DataType> dataTypes,
        IEnumerable<Language> languages,
        IEnumerable<LanguagePrefix> prefixes,
        IEnumerable<DictionaryEntry> dictionary)
    {
        Types = [.. types];
        DataTypes = [.. dataTypes];
        Languages = [.. languages];
        Dictionary = [.. dictionary];
        DefaultLanguage = Languages.Single(language => language.IsDefault);
        Prefixes = prefixes.ToFrozenDictionary(prefix => prefix.Tag, prefix => prefix.Prefix, StringComparer.OrdinalIgnoreCase);
        _documentTypes = Types.Where(type => type.Kind != ContentTypeKind.Media).ToFrozenDictionary(type => type.Alias, StringComparer.Ordinal);
        _mediaTypes = Types.Where(type => type.Kind == ContentTypeKind.Media).ToFrozenDictionary(type => type.Alias, StringComparer.Ordinal);
        _typesByKey = Types.ToFrozenDictionary(type => type.Key);
        _shownByKey = Types.ToFrozenDictionary(type => type.Key, type => type.Shown());
    }

    /// <summary>Document, element and media types.</summary>
    public ImmutableArray<ContentType> Types { get; }
    public ImmutableArray<DataType> DataTypes { get; }
    public ImmutableArray<Language> Languages { get; }
    public ImmutableArray<DictionaryEntry> Dictionary { get; }
    public Language DefaultLanguage { get; }

    /// <summary>Language tag to first path segment, without slashes (<c>en</c>). The default language is absent.</summary>
    public FrozenDictionary<string, string> Prefixes { get; }

    /// <summary>Host to the tag of the language its readers get when they ask for none.</summary>
    public FrozenDictionary<string, string> Hosts { get; init; } = FrozenDictionary<string, string>.Empty;

    public ContentType? DocumentType(string alias) => _documentTypes.GetValueOrDefault(alias);

    public ContentType? MediaType(string alias) => _mediaTypes.GetValueOrDefault(alias);

    public ContentType? Type(Guid key) => _typesByKey.GetValueOrDefault(key);

    /// <summary>The type as the public knows it: without the fields that are for those at the desk.</summary>
    public ContentType Shown(ContentType type) => _shownByKey[type.Key];

    /// <summary>The language's own spelling of a tag given in any letter case; null when the schema has no such language.</summary>
    public string? KnownTag(string tag)
    {
        foreach (var language in Languages)
        {
            if (string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase)) return language.Tag;
        }

        return null;
    }
}
