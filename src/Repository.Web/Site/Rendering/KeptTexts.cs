using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Repository.Web.Site.Rendering;

/// <summary>
/// The texts of the interface, read once for each language. The framework's own reader of resources takes a lock at each look, and a page of results looks two hundred times.
/// </summary>
internal sealed class KeptTexts<TTexts>(IStringLocalizerFactory factory) : IStringLocalizer<TTexts>
{
    private readonly IStringLocalizer _resources = factory.Create(typeof(TTexts));
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, LocalizedString>> _byLanguage = new(StringComparer.Ordinal);

    public LocalizedString this[string name] => OfPage().GetValueOrDefault(name) ?? new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] =>
        this[name] is var text && text.ResourceNotFound ? text : new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _resources.GetAllStrings(includeParentCultures);

    private FrozenDictionary<string, LocalizedString> OfPage() =>
        _byLanguage.GetOrAdd(CultureInfo.CurrentUICulture.Name, static (_, resources) => resources.GetAllStrings(includeParentCultures: true).ToFrozenDictionary(text => text.Name, StringComparer.Ordinal), _resources);
}
