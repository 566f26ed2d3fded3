using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>What is shown where there is no connection and no copy either. The service worker keeps it, and fills in the pages there are copies of.</summary>
internal static class OfflinePage
{
    public const string Path = "/sin-conexion/";

    public static SitePage Make(SiteReader reader) => new(new PageHead(reader.Texts["Offline.Title"]) { IsHidden = true }, new OfflineView { Model = null });
}
