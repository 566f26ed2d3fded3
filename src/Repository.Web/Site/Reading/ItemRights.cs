using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Site.Reading;

/// <summary>Whom an item is owed to and what may be done with it; what names no licence has that of the site.</summary>
internal static class ItemRights
{
    public static MediaRights Of(ItemValues values)
    {
        var rights = values.Picked("licence") is { } licence ? new MediaRights("", licence.Name, Deed(values.Reader.Values(licence))) : MediaRights.OfSite;
        return rights with { Credit = values.Text("credit")?.Trim() ?? "" };
    }

    /// <summary>Where the licence's own text stands.</summary>
    private static string? Deed(ItemValues licence) => licence.Links("exactMatches") is [var deed, ..] ? deed.Address : null;
}
