using System.Security.Cryptography;
using System.Text;
using Repository.Web.Media.Renditions.Commands;
using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>All that decides what a rendition looks like: the file, what is asked of it, what is written into it.</summary>
internal sealed record RenditionOrder(PublicFile File, RenditionRequest Request)
{
    /// <summary>Raised when the same order comes to look otherwise.</summary>
    private const int Version = 1;

    public MediaRights Rights { get; } = File.Medium.Rights;

    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Version, File.Path, File.Identity, Request.Canonical, File.Medium.Rights.Credit, File.Medium.Rights.Licence, File.Medium.Rights.LicenceAddress))));
}
