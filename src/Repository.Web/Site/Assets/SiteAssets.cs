using System.Text;

namespace Repository.Web.Site.Assets;

/// <summary>What the pages of the site are dressed in, and the service worker that lets them be read again without a connection.</summary>
internal sealed class SiteAssets
{
    private const string WorkerName = "sw.js";
    private readonly AssetFolder.Asset _worker;

    public SiteAssets()
    {
        Folder = new AssetFolder("/recursos/", $"{typeof(SiteAssets).Namespace}.");
        _worker = new AssetFolder.Asset(WorkerName, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Folder.Bytes(WorkerName)).Replace("{recursos}", Folder.Path, StringComparison.Ordinal)));
    }

    public AssetFolder Folder { get; }

    /// <summary>The service worker has an address of its own, since it may serve only what lies below it. It names this release, so that browsers notice the next one.</summary>
    public Task SendWorkerAsync(HttpContext http) => AssetFolder.SendAsync(http, _worker, AssetFolder.AskEachTime);
}
