using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Specs.Durability;

/// <summary>Everything a reader could tell of a snapshot, as text.</summary>
internal static class SnapshotText
{
    public static string Of(PublishedSnapshot snapshot, IEnumerable<FormerSegment> former) => string.Join('\n',
    [
        .. from language in snapshot.Schema.Languages
           let view = snapshot.View(ItemKind.Document, language.Tag)
           from ordinal in Enumerable.Range(0, view.Count)
           select Line(view, ordinal),
        .. former.Select(segment => $"{segment.ParentKey} {segment.Segment} -> {LeadsTo(snapshot, segment)}"),
    ]);

    private static string Line(TreeView view, int ordinal)
    {
        var (item, here) = (view[ordinal], view.CultureOf(ordinal));
        var path = Routing.PathOf(view.Snapshot, here);
        var found = Routing.Match(view.Snapshot, path, view.Culture, item.RootKey) is RouteMatch.Found match && match.Item.Key == item.Key;
        var content = Writers.Proofs.Of(item.Content.Read());
        return $"{view.Culture} {item.Key} {item.Level} {item.SortOrder} {here.Name} {path} {here.UpdatedAt.UtcTicks} {found} {content}";
    }

    private static string LeadsTo(PublishedSnapshot snapshot, FormerSegment segment)
    {
        if (segment.ParentKey is not { } key || snapshot.Find(ItemKind.Document, key, segment.Culture) is not { } parent) return "";
        var path = Routing.PathOf(snapshot, parent.In(segment.Culture)!) + segment.Segment;
        return Routing.Match(snapshot, path, segment.Culture, null) switch
        {
            RouteMatch.Found found => $"found {found.Item.Key}",
            RouteMatch.Moved moved => $"moved {moved.Item.Key}",
            _ => "nothing",
        };
    }
}
