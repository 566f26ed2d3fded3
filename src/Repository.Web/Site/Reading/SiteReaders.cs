using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Web.Live;
using Repository.Web.Media.Kits;
using Repository.Web.Media.Texts;
using Repository.Web.Operations;
using Repository.Web.Resources;
using Repository.Web.Site.Machines.Sharing;

namespace Repository.Web.Site.Reading;

/// <summary>Begins the reading of one request.</summary>
internal sealed class SiteReaders(FileTexts files, MaterialKits kits, IStringLocalizer<SiteTexts> texts, PictureAddresses pictures, DataTables tables, ShareImages shares, TimeProvider clock)
{
    /// <summary>From here on texts, dates and numbers are those of the culture.</summary>
    public SiteReader Of(HttpContext http, Searchable searchable, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var reader = new SiteReader(searchable, files, kits, culture, SiteOrigin.Of(http), texts, pictures, tables, shares) { Now = clock.GetUtcNow() };
        return reader with { Chosen = ChosenMunicipality.Read(http.Request.Query, reader) };
    }
}
