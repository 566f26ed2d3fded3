using Repository.Core.Publishing;

namespace Repository.Web.Site.Machines.Feeds;

/// <summary>The items of a view, what was published last first. Sorted once for each state of the content.</summary>
internal sealed class NewestFirst
{
    private readonly int[] _order;

    private NewestFirst(TreeView view)
    {
        _order = [.. Enumerable.Range(0, view.Count)];
        var moments = Array.ConvertAll(_order, ordinal => (-view.CultureOf(ordinal).UpdatedAt.UtcTicks, -view[ordinal].CreatedAt.UtcTicks, view[ordinal].Key));
        Array.Sort(moments, _order);
    }

    public static NewestFirst Of(TreeView view) => view.Kept.Get("", view, static view => new NewestFirst(view));

    public IEnumerable<int> Of(ItemSet items, int most) => _order.Where(items.Contains).Take(most);
}
