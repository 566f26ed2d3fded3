using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Site.Reading;

/// <summary>A file of the repository as a page shows it or leads to it.</summary>
internal sealed class Medium(PublishedItem item, SiteReader reader)
{
    private const int CardWidth = 400;
    private static readonly int[] Widths = [360, 640, 960, 1440];
    private readonly IReadOnlyDictionary<string, (string? Invariant, string? Own)> _texts = item.Content.Texts(ItemContent.Invariant);

    public string Name => item.Cultures[0].Name;

    public string Url => MediaFragment.Of(item, reader.Snapshot).Url;

    /// <summary>Changes with the file, so that an address which names it may be kept.</summary>
    public string Version => Text(MediaProperties.Hash) is { Length: >= 8 } hash ? hash[..8] : item.Cultures[0].UpdatedAt.UtcTicks.ToString("x", CultureInfo.InvariantCulture);

    public bool IsPicture => item.Type.Alias is "Image" or "umbracoMediaVectorGraphics";

    public bool IsDrawing => item.Type.Alias == "umbracoMediaVectorGraphics";

    public bool IsAudio => item.Type.Alias == "umbracoMediaAudio";

    public bool IsVideo => item.Type.Alias == "umbracoMediaVideo";

    public string Extension => (Text("umbracoExtension") is { Length: > 0 } extension ? extension : Path.GetExtension(Url).TrimStart('.')).ToUpperInvariant();

    public int? Width => Number("umbracoWidth");

    public int? Height => Number("umbracoHeight");

    public int? Bytes => Number("umbracoBytes");

    /// <summary>Empty for a picture that only adorns.</summary>
    public string Alt => Text("decorative") == "1" ? "" : Text("altText") ?? Name;

    public string? Transcript => Text("transcript");

    /// <summary>What is in it, where it is a table.</summary>
    public DataTable? Table => reader.Tables.Of(item, Url);

    public MediaRights Rights => MediaRights.Of(item, reader.Snapshot);

    public string Source => IsDrawing || Width is null ? $"{Url}?v={Version}" : reader.Pictures.Of(Url, Math.Min(960, Width.Value), null, Version);

    /// <summary>Small, for a card.</summary>
    public string Thumbnail => IsDrawing || Width is null ? $"{Url}?v={Version}" : reader.Pictures.Of(Url, Math.Min(CardWidth, Width.Value), "webp", Version);

    /// <summary>The sizes on offer, none larger than the picture itself; null for drawings, which fit any size.</summary>
    public string? Set(string? format) => IsDrawing || Width is not { } own
        ? null
        : string.Join(", ", Widths.Where(width => width < own).Append(Math.Min(own, 1920)).Select(width => $"{reader.Pictures.Of(Url, width, format, Version)} {width.ToString(CultureInfo.InvariantCulture)}w"));

    private string? Text(string alias) => _texts.TryGetValue(alias, out var texts) && !string.IsNullOrWhiteSpace(texts.Invariant) ? texts.Invariant : null;

    private int? Number(string alias) => int.TryParse(Text(alias), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
