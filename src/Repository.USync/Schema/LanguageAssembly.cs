using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Repository.Core.Schema;
using Repository.USync.Files;

namespace Repository.USync.Schema;

/// <summary>The languages of a schema, the path prefixes and hosts that stand for them, and the phrases written in them.</summary>
internal sealed partial class LanguageAssembly
{
    private readonly ICollection<SchemaProblem> _problems;
    private readonly Dictionary<string, Language> _byTag = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _hosts = new(StringComparer.Ordinal);

    public LanguageAssembly(SchemaFiles files, ICollection<SchemaProblem> problems)
    {
        _problems = problems;
        foreach (var found in files.Languages) Add(found);
        Languages = [.. _byTag.Values];
        Check(files.Languages);
        ReadDomains(files.Domains);
        Prefixes = [.. _prefixes.Select(prefix => new LanguagePrefix(prefix.Key, prefix.Value))];
        Hosts = [.. _hosts.Select(host => new LanguageHost(host.Value, host.Key))];
        Dictionary = ReadDictionary(files.Dictionary);
    }

    public ImmutableArray<Language> Languages { get; }

    public ImmutableArray<LanguagePrefix> Prefixes { get; }

    public ImmutableArray<LanguageHost> Hosts { get; }

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
            if (found.Item.Fallback is not { Length: > 0 } fallback) continue;
            if (!_byTag.ContainsKey(fallback)) Refuse(found.File, "Fallback", UnknownLanguage(fallback));
            else if (FallsBackOnItself(found.Item.IsoCode)) Refuse(found.File, "Fallback", $"El idioma «{found.Item.IsoCode}» termina por recurrir a sí mismo.");
        }
    }

    private bool FallsBackOnItself(string tag)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var next = _byTag[tag].Fallback; next is { Length: > 0 } && _byTag.TryGetValue(next, out var language) && seen.Add(next); next = language.Fallback)
        {
            if (string.Equals(next, tag, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>A domain with a path gives its language a prefix, whatever the host; one without a path gives the language to the whole host.</summary>
    private void ReadDomains(ImmutableArray<Found<DomainFile>> domains)
    {
        foreach (var (file, domain) in domains.Where(found => !found.Item.IsWildcard).Select(found => (found.File, found.Item)))
        {
            var (host, prefix) = Parts(domain.Alias);
            if (!_byTag.TryGetValue(domain.Language, out var language)) Refuse(file, "Language", UnknownLanguage(domain.Language));
            else if (prefix.Length > 0) AddPrefix(file, domain, language, prefix);
            else if (host.Length == 0) Refuse(file, "Alias", "El dominio no nombra ni un servidor ni un prefijo de la ruta, como «/en».");
            else if (!_hosts.TryAdd(host, language.Tag) && _hosts[host] != language.Tag) Refuse(file, "Alias", $"El servidor «{host}» ya es del idioma «{_hosts[host]}».");
        }
    }

    private void AddPrefix(string file, DomainFile domain, Language language, string prefix)
    {
        if (language.IsDefault) Refuse(file, "Alias", "El idioma predeterminado no lleva prefijo en sus direcciones.");
        else if (prefix.Contains('/', StringComparison.Ordinal)) Refuse(file, "Alias", $"«{domain.Alias}» tiene varios tramos; el prefijo de un idioma es uno solo, como «/en».");
        else if (_prefixes.Any(other => other.Value == prefix && other.Key != language.Tag)) Refuse(file, "Alias", $"El prefijo «/{prefix}» ya es de otro idioma.");
        else if (!_prefixes.TryAdd(language.Tag, prefix) && _prefixes[language.Tag] != prefix) Refuse(file, "Language", $"El idioma «{language.Tag}» ya tiene el prefijo «/{_prefixes[language.Tag]}».");
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

    /// <summary>The host, with its port if it has one, and what follows it: <c>example.org</c> and <c>en</c> of <c>https://example.org/en/</c>.</summary>
    private static (string Host, string Path) Parts(string alias)
    {
        var address = alias.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? alias[(scheme + 3)..] : alias;
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (address.ToLowerInvariant(), "") : (address[..slash].ToLowerInvariant(), address[slash..].Trim('/').ToLowerInvariant());
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\z")]
    private static partial Regex WellFormedTag();
}
