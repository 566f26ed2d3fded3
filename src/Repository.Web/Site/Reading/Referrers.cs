using System.Collections.Frozen;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Site.Reading;

/// <summary>
/// Who names an item: documents are named by what was taken from them, calls by their recognitions, institutions by what they promised. Made once for each state of
/// the content; what one item names is read once and kept with its content.
/// </summary>
internal sealed class Referrers
{
    private static readonly FrozenSet<string> Asked = FrozenSet.Create(
        StringComparer.Ordinal, "documents", "sources", "call", "holder", "practice", "practices", "materials", "leads", "authorities", "civilSociety");

    private readonly ILookup<Guid, (int Ordinal, string Property)> _byItem;

    private Referrers(TreeView view, ItemSet items) => _byItem = (
        from ordinal in items.Page(0, items.Count)
        from named in NamedBy.Of(view[ordinal], view).All
        select (ordinal, named)).ToLookup(naming => naming.named.Item, naming => (naming.ordinal, naming.named.Property));

    /// <summary>All of them. Whoever asks for one kind only need not look at the others.</summary>
    public static Referrers Of(SiteReader reader) => reader.View.Kept.Get("", reader.View, static view => new Referrers(view, view.All));

    public static Referrers Of(SiteReader reader, string type) => reader.View.Kept.Get(type, (reader.View, type), static asked => new Referrers(asked.View, asked.View.OfType(asked.type)));

    /// <summary>The items that name one in any of some properties, in the order of the tree, each once.</summary>
    public ItemSet Of(Guid item, TreeView view, params IReadOnlyCollection<string> properties) =>
        ItemSet.Of(view.Count, _byItem[item].Where(naming => properties.Contains(naming.Property)).Select(naming => naming.Ordinal));

    private sealed class NamedBy
    {
        private static readonly NamedBy Nobody = new([]);

        private NamedBy((string Property, Guid Item)[] all) => All = all;

        public (string Property, Guid Item)[] All { get; }

        public static NamedBy Of(PublishedItem item, TreeView view) => item.Content.Kept.Get(item.Varies ? view.Culture : "", (item, view), static state => Read(state.item, state.view));

        private static NamedBy Read(PublishedItem item, TreeView view)
        {
            if (!item.Type.Properties.Any(property => Asked.Contains(property.Alias))) return Nobody;
            var context = new EditorContext(view.Snapshot.Schema, view.Snapshot.Editors, view.Culture);
            var all = from value in item.Values(view.Culture)
                      where Asked.Contains(value.Property.Alias) && !string.IsNullOrEmpty(value.Stored)
                      from reference in view.Snapshot.Editors.Read(value.Stored, value.Property.DataType, context).Delivery.References
                      where reference.Kind == ReferenceKind.Document
                      select (value.Property.Alias, reference.Key);
            return all.Distinct().ToArray() is { Length: > 0 } named ? new NamedBy(named) : Nobody;
        }
    }
}
