using System.Security.Cryptography;
using System.Text;
using Repository.Web.Media;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Credits;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Site.Machines.Sharing;

/// <summary>A card drawn by libvips as a JPEG, for messengers and networks show no drawings. It says whom what it leads to is owed to.</summary>
internal sealed class ShareCraft(ShareCard card, MediaRights rights, Vips vips) : ICraft
{
    /// <summary>Raised when the same card comes to look otherwise.</summary>
    private const int Version = 1;

    private const string Drawing = "card.svg";
    private const string Picture = "out.jpg";

    public static readonly PixelSize Size = new(1200, 630);

    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"share\n{Version}\n{card}\n{rights}")));

    public string Subject => $"\"{card.Title}\" (link card)";

    public bool IsPossible => vips.Path is not null;

    public async Task<Crafted> MakeAsync(string folder, CancellationToken closing)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, Drawing), card.Draw(), closing);
        // Our own drawing with escaped texts; libvips holds none fit for files of unknown origin.
        if (await vips.RunAsync(folder, ["copy", Drawing, $"{Picture}[Q=88,strip,optimize_coding,background=22 55 47]"], fromOutside: false, closing) is { } complaint) return new Crafted.Refused(complaint);
        if (ImageHeader.Read(Path.Combine(folder, Picture))?.Stored != Size) return new Crafted.Refused("What came of it is not what was planned.");
        var finished = Path.Combine(folder, "finished");
        CreditedImage.Copy(Path.Combine(folder, Picture), finished, ImageFormat.Jpeg, CreditPacket.Of(rights));
        return new Crafted.Done(finished, KeptFormat.Jpeg);
    }
}
