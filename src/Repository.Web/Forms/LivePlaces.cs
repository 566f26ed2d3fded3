using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Web.Forms;

/// <summary>The published municipalities as forms know them. Made once for each state of the content.</summary>
internal static class LivePlaces
{
    public static FormPlaces Of(PublishedSnapshot snapshot)
    {
        var view = snapshot.View(ItemKind.Document, snapshot.Schema.DefaultLanguage.Tag);
        return view.Kept.Get(view.Culture, view, Read);
    }

    private static FormPlaces Read(TreeView view)
    {
        var municipalities = view.OfType("municipality");
        return new FormPlaces(
            from ordinal in municipalities.Page(0, municipalities.Count)
            let item = view[ordinal]
            let key = item.Content.Value("officialKey", ItemContent.Invariant)
            where key is not null
            group new FormPlace(key, view.CultureOf(ordinal).Name, Facet.Region.KeyOf(item, view.Snapshot, view.Culture) ?? "") by key into same
            select same.First());
    }
}
