using System.Collections.Immutable;
using System.Text;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Outreach;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Media.Kits.Making;
using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Media.Kits;

/// <summary>A file of a material as editors gave it.</summary>
internal sealed record KitOriginal(PublicFile File, PublishedItem Medium, MediaRights Rights, string Use)
{
    /// <summary>As in its address: nothing but small letters, digits and hyphens.</summary>
    public string Name { get; } = File.Address.Split('/')[^1];
}

/// <summary>A picture of a material, and what it takes to make something of it.</summary>
internal sealed record KitImage(KitOriginal Original, string AltText, PresetOrder Order);

/// <summary>A published material as its kit sees it: its files, its pictures, its rights. Read from one snapshot.</summary>
internal sealed class KitMaterial
{
    /// <summary>Nobody uses more in one piece; a kit stays a thing that can be made while somebody waits.</summary>
    private const int MostPictures = 12;

    private const string Image = "Image";
    private const string Article = "umbracoMediaArticle";

    /// <summary>Content types of which there are kits.</summary>
    private static readonly HashSet<string> Types = [MaterialAccessibility.MaterialType, RulingType];

    /// <summary>Kinds of pieces that are made to be read: nothing of them may be missing.</summary>
    private static readonly HashSet<string> TextKinds = ["infographic", "judgmentInfographic", "poster", "citizenManual", "leaflet", "presentation", "pressArticle", "newsletter"];

    private const string RulingType = "sentenceInfographic";

    private readonly PublicFiles _files;

    private KitMaterial(MaterialReading reading, PublicFiles files)
    {
        _files = files;
        Reading = reading;
        Rights = MediaRights.Of(reading.Item, reading.Snapshot);
        Originals = [.. Given().DistinctBy(original => original.Medium.Key)];
        Pictures = [.. Seen().DistinctBy(picture => picture.Original.Medium.Key).Take(MostPictures)];
    }

    public MaterialReading Reading { get; }

    public Guid Key => Reading.Item.Key;

    public string Title => Reading.Here.Name;

    public MediaRights Rights { get; }

    public ImmutableArray<KitOriginal> Originals { get; }

    public ImmutableArray<KitImage> Pictures { get; }

    /// <summary>A document of several pages is printed as it is, not its cover.</summary>
    public bool IsPrintedByItself => Originals.Any(original => original.Medium.Type.Alias == Article);

    /// <summary>The material's name in a file's name.</summary>
    public string Slug { get; private init; } = "material";

    /// <summary>Null for what is no material, and for one that the public does not see.</summary>
    public static KitMaterial? Of(PublishedSnapshot snapshot, Guid key, PublicFiles files)
    {
        if (snapshot.Find(key) is not { Kind: ItemKind.Document } item || !Types.Contains(item.Type.Alias)) return null;
        var reading = new MaterialReading(item, snapshot);
        return new KitMaterial(reading, files) { Slug = Safe(reading.Here.Segment) };
    }

    public CreditLine Credit(Uri? site) => CreditLine.Of(new CreditFacts
    {
        Title = Title,
        Authors = Reading.Texts("authors"),
        Credit = Rights.Credit,
        // The year of a ruling is not that of the piece about it.
        Year = Reading.Item.Type.Alias == RulingType ? "" : Reading.Text("year"),
        Licence = Rights.Licence,
        LicenceAddress = Rights.LicenceAddress,
        Source = Address(site),
    });

    /// <summary>Where the material's own page is.</summary>
    public string? Address(Uri? site) => site is null ? null : new Uri(site, Routing.PathOf(Reading.Snapshot, Reading.Here).TrimStart('/')).AbsoluteUri;

    /// <summary>Any published file, with the rights of this material where it names none.</summary>
    public KitOriginal? Original(Guid key) => Of(key, "");

    private IEnumerable<KitOriginal> Given()
    {
        foreach (var block in Reading.Blocks("files"))
        {
            var use = Find(block, "role").References.Select(reference => Reading.Snapshot.Find(reference.Key)?.Cultures[0].Name).FirstOrDefault() ?? "";
            foreach (var reference in Find(block, "file").References)
            {
                if (Of(reference.Key, use) is { } original) yield return original;
            }
        }
    }

    /// <summary>Pictures among the files come first, then the one that stands for the material, then those that show a drawing or a document.</summary>
    private IEnumerable<KitImage> Seen()
    {
        var isAllText = Reading.Item.Type.Alias == RulingType || Reading.Picked("kind").Any(kind => TextKinds.Contains(new MaterialReading(kind, Reading.Snapshot).Text("key")));
        var picked = Reading.Blocks("files").SelectMany(block => Find(block, "file") is MediaListValue list ? list.Media : []).Concat(Reading.Media("preview")).ToList();
        var shown = picked.SelectMany(media => Reading.Snapshot.Find(media.MediaKey) is { } medium && medium.Type.Alias != Image ? new MaterialReading(medium, Reading.Snapshot).Media(MediaProperties.Preview) : []);
        foreach (var media in picked.Concat(shown))
        {
            if (Of(media.MediaKey, "") is { Medium.Type.Alias: Image, File.IsRaster: true } original) yield return Seen(original, media, isAllText);
        }
    }

    private KitImage Seen(KitOriginal original, PickedMedia picked, bool isAllText)
    {
        var medium = new MaterialReading(original.Medium, Reading.Snapshot);
        var own = medium.Value(MediaProperties.File) as ImageValue;
        var crops = picked.Crops.Where(crop => crop.Coordinates is not null).Concat(own?.Crops.Where(crop => crop.Coordinates is not null) ?? []).DistinctBy(crop => crop.Alias);
        var order = new PresetOrder(original.File, original.Rights, picked.FocalPoint ?? own?.FocalPoint, picked.FocalPoint is not null, isAllText, [.. crops]);
        return new KitImage(original, medium.Text("altText"), order);
    }

    private KitOriginal? Of(Guid key, string use) =>
        Reading.Snapshot.Find(key) is { Kind: ItemKind.Media } medium && _files.Find(MediaFragment.Of(medium, Reading.Snapshot).Url) is { } file
            ? new KitOriginal(file, medium, MediaRights.Of(medium, Reading.Snapshot, Rights), use)
            : null;

    private static DeliveryValue Find(Block block, string alias) => block.Content.Properties.FirstOrDefault(property => property.Alias == alias).Value ?? DeliveryValue.Null;

    /// <summary>A name that every system can unpack.</summary>
    private static string Safe(string segment)
    {
        var safe = new StringBuilder();
        foreach (var letter in UrlSegment.From(segment))
        {
            if (char.IsAsciiLetterOrDigit(letter)) safe.Append(char.ToLowerInvariant(letter));
            else if (safe.Length > 0 && safe[^1] != '-') safe.Append('-');
            if (safe.Length == 60) break;
        }

        var name = safe.ToString().Trim('-');
        return name.Length < 5 ? $"material-{name}".TrimEnd('-') : name;
    }
}
