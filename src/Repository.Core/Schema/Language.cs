namespace Repository.Core.Schema;

/// <summary>A language content can be written in. Any well-formed BCP 47 tag will do; exactly one language of a schema is the default.</summary>
public sealed record Language(string Tag, string Name, bool IsDefault = false, bool IsMandatory = false, string? Fallback = null);

/// <summary>A first path segment that stands for a language: <c>/en</c>. The default language has none.</summary>
public sealed record LanguagePrefix(string Tag, string Prefix);

/// <summary>A host whose readers get a language when they ask for none: <c>en.example.org</c>, with its port where it has one of its own.</summary>
public sealed record LanguageHost(string Tag, string Host);

/// <summary>A phrase of the interface in each language, found by its item key.</summary>
public sealed record DictionaryEntry(Guid Key, string ItemKey, string? ParentItemKey, IReadOnlyDictionary<string, string> Translations);
