using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Drafts;

namespace Repository.Web.Desk.Tree;

/// <summary>A section in the tree beside a list. Its branches come along only when it is open.</summary>
/// <param name="Toggle">The address of the same list with the node opened or closed; null where there is nothing to open.</param>
/// <param name="More">How many more sections it has than are shown.</param>
internal sealed record TreeNode(DraftEntry Entry, string Address, string? Toggle, bool IsOpen, bool IsHere, ImmutableArray<TreeNode> Branches, int More)
{
    private const int MostBranches = 60;

    /// <summary>The sections of a tree, with the way to the chosen one open and what else was opened by hand.</summary>
    public static ImmutableArray<TreeNode> Of(DraftCatalogue catalogue, ItemKind kind, Guid? chosen, ListAddress address)
    {
        var way = chosen is { } key ? catalogue.Lineage(key).ToHashSet() : [];
        var opened = address["open"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => Guid.TryParseExact(text, "n", out var open) ? open : Guid.Empty).ToHashSet();
        return new Planting(catalogue, chosen, way, opened, address).Below(catalogue.Children(kind, null)).Nodes;
    }

    private sealed record Planting(DraftCatalogue Catalogue, Guid? Chosen, HashSet<Guid> Way, HashSet<Guid> Opened, ListAddress Address)
    {
        public (ImmutableArray<TreeNode> Nodes, int More) Below(ImmutableArray<DraftEntry> children)
        {
            var sections = children.Where(child => Way.Contains(child.Key) || !Catalogue.Children(child).IsEmpty).ToList();
            var shown = sections.Where((section, place) => place < MostBranches || Way.Contains(section.Key));
            return ([.. shown.Select(Node)], Math.Max(0, sections.Count - MostBranches));
        }

        private TreeNode Node(DraftEntry entry)
        {
            // The chosen section and the way to it are always open; others as they were left. A key that stands twice closes what the way holds open.
            var isOpen = Way.Contains(entry.Key) != Opened.Contains(entry.Key);
            var (branches, more) = isOpen ? Below(Catalogue.Children(entry)) : ([], 0);
            var hasBranches = branches.Length > 0 || Catalogue.Children(entry).Any(child => !Catalogue.Children(child).IsEmpty);
            return new TreeNode(entry, Section(entry), hasBranches ? Toggled(entry) : null, isOpen, entry.Key == Chosen, branches, more);
        }

        private string Section(DraftEntry entry)
        {
            var way = Opened.Except(Way).Where(key => key != Guid.Empty);
            return new ListAddress(Address.Path, [new("in", entry.Key.ToString("n")), .. Address.Asked.Where(pair => pair.Key == "view"), .. Open(way)]).Here;
        }

        private string Toggled(DraftEntry entry)
        {
            var opened = Opened.Where(key => key != Guid.Empty).ToHashSet();
            if (!opened.Remove(entry.Key)) opened.Add(entry.Key);
            return (Address.Without("open") with { Asked = [.. Address.Without("open").Asked, .. Open(opened)] }).Here;
        }

        private static IEnumerable<KeyValuePair<string, string>> Open(IEnumerable<Guid> keys) =>
            string.Join(',', keys.Take(10).Select(key => key.ToString("n"))) is { Length: > 0 } open ? [new("open", open)] : [];
    }
}
