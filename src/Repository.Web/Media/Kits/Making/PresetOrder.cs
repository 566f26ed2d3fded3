using System.Security.Cryptography;
using System.Text;
using Repository.Core.Editors;
using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Media.Kits.Making;

/// <summary>A picture of a material as its kit takes it: the file, whom it is owed to, and what editors said of how it may be cut.</summary>
/// <param name="Focus">What must stay in sight where something is cut.</param>
/// <param name="IsCutAllowed">Somebody chose, in this material, what to keep in sight.</param>
/// <param name="IsAllText">Of the whole piece it is known that it is to be read: then nothing of it is cut, whatever it looks like.</param>
internal sealed record PresetOrder(PublicFile File, MediaRights Rights, FocalPoint? Focus, bool IsCutAllowed, bool IsAllText, IReadOnlyList<ImageCrop> Crops)
{
    /// <summary>Raised when the same order comes to look otherwise.</summary>
    private const int Version = 2;

    public CropCoordinates? CropFor(string alias) => Crops.FirstOrDefault(crop => crop.Alias == alias)?.Coordinates;

    /// <summary>The key of what is made for one of the presets.</summary>
    public string KeyFor(string preset, string? crop = null) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', "kit", Version, preset, File.Identity, Rights.Credit, Rights.Licence, Rights.LicenceAddress, crop is null ? "" : $"{Focus} {IsCutAllowed} {IsAllText} {CropFor(crop)}"))));
}
