using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Publishing;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.Tree;

/// <summary>Carries acts out, one item after the other: what is refused for one does not keep the others back.</summary>
internal sealed class Deeds(ContentTree tree, ContentEditing editing, ContentPublishing publishing, Core.Workflow.Reviewing reviewing)
{
    /// <param name="seen">The items with the versions that whoever decides has seen.</param>
    public async Task<DeedReport> DoAsync(Deed deed, IReadOnlyList<Seen> seen, DraftReader reader, DeedForm form, CancellationToken cancellation)
    {
        var lines = new List<DeedLine>();
        foreach (var one in InOrder(deed, seen, reader))
        {
            var entry = reader.Catalogue.Find(one.Key);
            var result = entry is null ? new WriteResult.Missing(one.Key) : await DoAsync(deed, one with { Reason = form.Reason }, entry, reader, form, cancellation);
            lines.Add(DeedLine.Of(one.Key, entry?.Name ?? "", entry is null ? null : reader.Type(entry), result));
        }

        return new DeedReport(deed.Name, [.. lines]);
    }

    /// <summary>Who points to what would go.</summary>
    public async Task<IReadOnlyList<DraftEntry>> UsersAsync(IEnumerable<DraftEntry> going, DraftReader reader, CancellationToken cancellation)
    {
        var users = new HashSet<Guid>();
        foreach (var entry in going)
        {
            foreach (var user in await tree.UsersAsync(entry.Key, cancellation)) users.Add(user.Key);
        }

        users.ExceptWith(going.Select(entry => entry.Key));
        return [.. users.Select(reader.Catalogue.Find).OfType<DraftEntry>().Where(user => !user.Item.Trashed).OrderBy(user => user.Name, StringComparer.CurrentCulture)];
    }

    private Task<WriteResult> DoAsync(Deed deed, Seen seen, DraftEntry entry, DraftReader reader, DeedForm form, CancellationToken cancellation) => deed.Name switch
    {
        "submit" => reviewing.SubmitAsync(seen, [], cancellation),
        "publish" when reader.May(Act.Review, entry) => publishing.ApproveAndPublishAsync(seen, [], cancellation),
        "publish" => publishing.PublishAsync(seen, [], cancellation),
        "unpublish" => publishing.UnpublishAsync(seen, [], cancellation),
        "show" => editing.RestrictAsync(seen, restricted: false, cancellation),
        "move" => tree.MoveAsync(seen, form.Place, cancellation),
        "copy" => editing.CopyAsync(seen, form.Place, form.IsDeep, cancellation),
        "trash" => tree.TrashAsync(seen, cancellation),
        "restore" => tree.RestoreAsync(seen, entry.Item.TrashedFrom is null || form.Place is not null ? form.Place : null, cancellation),
        "delete" => tree.DeleteAsync(seen, cancellation),
        _ => throw new InvalidOperationException($"Nobody does \"{deed.Name}\"."),
    };

    /// <summary>Parents first. What stands below another chosen item is left out where it follows that one anyway.</summary>
    private static IEnumerable<Seen> InOrder(Deed deed, IReadOnlyList<Seen> seen, DraftReader reader)
    {
        var chosen = seen.Select(one => one.Key).ToHashSet();
        return
            from one in seen
            let above = reader.Catalogue.Ancestors(one.Key)
            where !deed.IsWithBranch || !above.Any(ancestor => chosen.Contains(ancestor.Key))
            orderby above.Length
            select one;
    }
}

/// <summary>What an act asks besides the items.</summary>
/// <param name="Place">Where to; null for the root.</param>
internal sealed record DeedForm(Guid? Place, string Reason, bool IsDeep);
