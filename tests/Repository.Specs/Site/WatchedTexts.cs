using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using Repository.Web.Resources;
using Repository.Web.Site.Rendering;

namespace Repository.Specs.Site;

/// <summary>The texts of the interface, and which of those that pages asked for are not there.</summary>
internal sealed class WatchedTexts(IStringLocalizerFactory factory) : IStringLocalizer<SiteTexts>
{
    private readonly KeptTexts<SiteTexts> _texts = new(factory);
    private readonly ConcurrentDictionary<string, bool> _missing = [];

    public IEnumerable<string> Missing => _missing.Keys;

    public LocalizedString this[string name] => Watched(_texts[name]);

    public LocalizedString this[string name, params object[] arguments] => Watched(_texts[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures);

    private LocalizedString Watched(LocalizedString text)
    {
        if (text.ResourceNotFound) _missing[text.Name] = true;
        return text;
    }
}
