using Repository.Core.Content;
using Repository.Web.Delivery;
using Repository.Web.Live;
using Repository.Web.Media.Kits;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Machines.Sharing;

/// <summary>
/// The picture for the link to any page: the one an editor chose, of a material its own, and for everything else a card that is drawn when somebody first asks for it. There
/// is one card for each public item and language, so there is an end to what can be asked for.
/// </summary>
internal sealed class ShareImages(RenditionMaking making, RenditionCache cache, Vips vips)
{
    private const string Folder = "/compartir";
    private const int SocialWidth = 1200;

    /// <summary>Who comes when so many wait already is asked to come back: pictures of pages are made in the same workshop, and shall not wait for all cards of the site.</summary>
    private const int MostWaiting = 8;

    private static readonly DeliveryProblem NotNow = new(StatusCodes.Status503ServiceUnavailable, "Service Unavailable", "Esta imagen no se puede preparar en este momento. Intenta de nuevo en unos minutos.", "https://tools.ietf.org/html/rfc9110#section-15.6.4")
    {
        Code = "shareImageUnavailable",
    };

    private int _waiting;

    public static string Pattern => $"{Folder}/{{language}}/{{key:guid}}.jpg";

    /// <summary>Null where nothing can be made now: a link without a picture is better than one with a broken one.</summary>
    public ShareImage? Of(SiteReader reader, SeenItem item) => Shown(Plan(reader, item));

    /// <summary>The same for pages that show no item and share the picture of the home page: it is planned once for each state of the content.</summary>
    public ShareImage? OfHome(SiteReader reader, SeenItem home) => Shown(reader.View.Kept.Get(home.Item.Key.ToString(), (Images: this, reader, home), static of => of.Images.Plan(of.reader, of.home)));

    private ShareImage? Shown(Planned planned) => planned.Craft is { IsPossible: false } craft && cache.Find(craft.Key) is null ? null : planned.Image;

    private Planned Plan(SiteReader reader, SeenItem item)
    {
        var values = reader.Values(item);
        if (values.Media("socialImage").FirstOrDefault(medium => medium is { IsPicture: true, IsDrawing: false }) is { } chosen) return new Planned(new ShareImage(reader.Pictures.Of(chosen.Url, SocialWidth, "jpg", chosen.Version), chosen.Alt, null, null), null);
        ICraft craft = Craft(values);
        if (reader.Kits.Of(reader.Snapshot, item.Item.Key, reader.Site) is { Pictures: [var picture, ..] } && picture[KitPreset.Card.Key] is { } card) return new Planned(new ShareImage(card.Address, picture.AltText, card.Width, card.Height), craft);
        var language = item.Item.Varies ? item.Here.Culture : reader.DefaultCulture;
        return new Planned(new ShareImage($"{Folder}/{language}/{item.Item.Key}.jpg?v={craft.Version}", item.Name, ShareCraft.Size.Width, ShareCraft.Size.Height), craft);
    }

    public async Task SendAsync(HttpContext http, Guid key, string language, LiveContent live, SiteReaders readers)
    {
        var searchable = await live.SearchableAsync(http.RequestAborted);
        var snapshot = searchable.Snapshot;
        var isOne = snapshot.Find(key) is { Kind: ItemKind.Document } found && found.Cultures.Any(culture => (culture.Culture.Length == 0 ? snapshot.Schema.DefaultLanguage.Tag : culture.Culture) == language);
        if (!isOne)
        {
            await MachineAnswers.NotThere.SendAsync(http);
            return;
        }

        var reader = readers.Of(http, searchable, language);
        await SendAsync(http, Craft(reader.Values(reader.Find(key)!)));
    }

    private async Task SendAsync(HttpContext http, ShareCraft craft)
    {
        var isMade = cache.Find(craft.Key) is not null;
        try
        {
            if (!isMade && Interlocked.Increment(ref _waiting) > MostWaiting) await CraftAnswer.SendNotNowAsync(http, NotNow);
            else await CraftAnswer.SendAsync(http, craft, "tarjeta.jpg", making, NotNow);
        }
        finally
        {
            if (!isMade) Interlocked.Decrement(ref _waiting);
        }
    }

    private ShareCraft Craft(ItemValues values) => new(ShareCard.Of(values.Reader, values.Seen), ItemRights.Of(values), vips);

    /// <summary>A picture, and the work it takes where it is none that an editor chose.</summary>
    private sealed record Planned(ShareImage Image, ICraft? Craft);
}
