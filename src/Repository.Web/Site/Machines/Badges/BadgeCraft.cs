using System.Security.Cryptography;
using System.Text;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Site.Machines.Badges;

/// <summary>A badge drawn by libvips as a PNG, for where no drawings are shown.</summary>
internal sealed class BadgeCraft(Badge badge, Vips vips) : ICraft
{
    /// <summary>Raised when the same badge comes to look otherwise.</summary>
    private const int Version = 2;

    private const string Drawing = "badge.svg";
    private const string Picture = "out.png";

    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"badge\n{Version}\n{badge}")));

    public string Subject => $"\"{badge.Title}\" (badge)";

    public bool IsPossible => vips.Path is not null;

    public async Task<Crafted> MakeAsync(string folder, CancellationToken closing)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, Drawing), badge.Draw(), closing);
        // Our own drawing with escaped texts.
        return await vips.RunAsync(folder, ["copy", $"{Drawing}[scale=2]", $"{Picture}[strip,compression=9]"], fromOutside: false, closing) is { } complaint
            ? new Crafted.Refused(complaint)
            : new Crafted.Done(Path.Combine(folder, Picture), KeptFormat.Of(ImageFormat.Png));
    }
}
