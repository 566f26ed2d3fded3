using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Repository.Core.Schema;
using Repository.USync.Files;

namespace Repository.USync.Schema;

/// <summary>The languages of a schema, the path prefixes that stand for them, and the phrases written in them.</summary>
internal sealed partial class LanguageAssembly
{
    private readonly ICollection<SchemaProblem> _problems;
    private readonly Dictionary<string, Language> _byTag = new(StringComparer.OrdinalIgnoreCase);

    public LanguageAssembly(SchemaFiles files, ICollection<SchemaProblem> problems)
    {
        _problems = problems;
        foreach (var found in files.Languages) Add(found);
        Languages = [.. _byTag.Values];
        Check(files.Languages);
        Prefixes = ReadPrefixes(files.Domains);
        Dictionary = ReadDictionary(files.Dictionary);
    }

    public ImmutableArray<Language> Languages { get; }

    public ImmutableArray<LanguagePrefix> Prefixes { get; }

    public ImmutableArray<DictionaryEntry> Dictionary { get; }

    private void Add(Found<LanguageFile> found)
    {
        var file = found.Item;
        if (!WellFormedTag().IsMatch(file.IsoCode)) Refuse(found.File, "IsoCode", $"«{file.IsoCode}» no es una etiqueta de idioma como «es-MX».");
        _byTag[file.IsoCode] = new Language(file.IsoCode, file.Name, file.IsDefault, file.IsMandatory, file.Fallback);
    }

    private void Check(ImmutableArray<Found<LanguageFile>> files)
    {
        var defaults = files.Where(found => found.Item.IsDefault).ToList();
        if (defaults.Count == 0) Refuse("Languages", "IsDefault", "Ningún idioma es el predeterminado: exactamente uno debe serlo.");
        foreach (var extra in defaults.Skip(1)) Refuse(extra.File, "IsDefault", $"Ya «{defaults[0].Item.IsoCode}» es el idioma predeterminado: solo uno puede serlo.");
        foreach (var found in files)
        {
            if (found.Item.Fallback is { Length: > 0 } fallback && !_byTag.ContainsKey(fallback)) Refuse(found.File, "Fallback", UnknownLanguage(fallback));
        }
    }

    /// <summary>A domain may name a host as well; which host answers is not this program's business.</summary>
    private ImmutableArray<LanguagePrefix> ReadPrefixes(ImmutableArray<Found<DomainFile>> domains)
    {
        var prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, domain) in domains.Where(found => !found.Item.IsWildcard).Select(found => (found.File, found.Item)))
        {
            if (!_byTag.TryGetValue(domain.Language, out var language)) Refuse(file, "Language", UnknownLanguage(domain.Language));
            else if (PathOf(domain.Alias) is not { Length: > 0 } prefix) RefuseHostAlone(file, language);
            else if (language.IsDefault) Refuse(file, "Alias", "El idioma predeterminado no lleva prefijo en sus direcciones.");
            else if (prefix.Contains('/', StringComparison.Ordinal)) Refuse(file, "Alias", $"«{domain.Alias}» tiene varios tramos; el prefijo de un idioma es uno solo, como «/en».");
            else if (prefixes.ContainsValue(prefix)) Refuse(file, "Alias", $"El prefijo «/{prefix}» ya es de otro idioma.");
            else if (!prefixes.TryAdd(language.Tag, prefix)) Refuse(file, "Language", $"El idioma «{language.Tag}» ya tiene un prefijo.");
        }

        return [.. prefixes.Select(prefix => new LanguagePrefix(prefix.Key, prefix.Value))];
    }

    private void RefuseHostAlone(string file, Language language)
    {
        if (!language.IsDefault) Refuse(file, "Alias", "Un idioma se distingue por un prefijo de la ruta, como «/en», y no por el nombre del servidor.");
    }

    private ImmutableArray<DictionaryEntry> ReadDictionary(ImmutableArray<Found<DictionaryFile>> files)
    {
        var known = files.Select(found => found.Item.ItemKey).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in files.GroupBy(found => found.Item.ItemKey, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            Refuse(twice.Last().File, "Alias", $"La frase «{twice.Key}» ya está en «{twice.First().File}».");
        }

        foreach (var (file, entry) in files.Select(found => (found.File, found.Item)))
        {
            if (entry.Parent is { Length: > 0 } parent && !known.Contains(parent)) Refuse(file, "Info/Parent", $"La frase superior «{parent}» no existe.");
            foreach (var (language, _) in entry.Translations.Where(translation => !_byTag.ContainsKey(translation.Key))) Refuse(file, "Translations", UnknownLanguage(language));
        }

        return [.. files.Select(found => new DictionaryEntry(found.Item.Key, found.Item.ItemKey, found.Item.Parent, found.Item.Translations.DistinctBy(one => one.Key).ToImmutableDictionary()))];
    }

    private void Refuse(string file, string element, string reason) => _problems.Add(new SchemaProblem(file, element, reason));

    private static string UnknownLanguage(string tag) => $"El idioma «{tag}» no tiene archivo en «Languages».";

    /// <summary>What follows the host: <c>en</c> of <c>https://example.org/en/</c> and of <c>/en</c>.</summary>
    private static string PathOf(string alias)
    {
        var address = alias.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? alias[(scheme + 3)..] : alias;
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : address[slash..].Trim('/').ToLowerInvariant();
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\z")]
    private static partial Regex WellFormedTag();
}
