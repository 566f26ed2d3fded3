using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Media.Renditions.Credits;

/// <summary>Whom a file is owed to and what may be done with it. An item that names no licence has that of the site.</summary>
internal sealed record MediaRights(string Credit, string Licence, string? LicenceAddress)
{
    public static readonly MediaRights OfSite = new("", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");

    private const string CreditProperty = "credit";
    private const string LicenceProperty = "licence";

    /// <summary>Where a licence's own text stands.</summary>
    private const string SameAs = "exactMatches";

    /// <param name="whole">Rights of what the item is a part of, where it names none of its own.</param>
    public static MediaRights Of(PublishedItem item, PublishedSnapshot snapshot, MediaRights? whole = null)
    {
        var rights = Read(item, snapshot, LicenceProperty) is SingleItemValue picked && snapshot.Find(picked.Item.Key) is { Kind: ItemKind.Document } term
            ? new MediaRights("", term.Cultures[0].Name, AddressOf(term, snapshot))
            : whole ?? OfSite;
        var credit = Read(item, snapshot, CreditProperty) is TextValue own ? own.Text.Trim() : "";
        return rights with { Credit = credit.Length > 0 ? credit : whole?.Credit ?? "" };
    }

    private static string? AddressOf(PublishedItem term, PublishedSnapshot snapshot) =>
        Read(term, snapshot, SameAs) is LinkListValue links ? links.Links.Select(link => link.Url).FirstOrDefault(url => url is not null) : null;

    private static DeliveryValue Read(PublishedItem item, PublishedSnapshot snapshot, string alias)
    {
        if (item.Type.Property(alias) is not { } property) return DeliveryValue.Null;
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, ItemContent.Invariant);
        return snapshot.Editors.Read(item.Value(property, item.Cultures[0].Culture), property.DataType, context).Delivery;
    }
}
