using Repository.Web.Site.Assets;

namespace Repository.Web.Desk.Assets;

/// <summary>What the pages of the desk are dressed in.</summary>
internal sealed class DeskAssets
{
    public AssetFolder Folder { get; } = new("/desk/recursos/", $"{typeof(DeskAssets).Namespace}.");
}
