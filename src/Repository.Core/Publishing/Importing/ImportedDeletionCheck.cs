using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>A file that something still shows is not deleted by an import either: its users are named. What the batch itself tells of users is what counts.</summary>
internal sealed class ImportedDeletionCheck(ImportPlan plan, ImportProblems problems)
{
    public async Task CheckAsync(IContentReader store, IReadOnlyList<ImportedDeletion> deletions)
    {
        foreach (var deletion in deletions)
        {
            foreach (var top in Tops(deletion))
            {
                if (await Usage.RefusalAsync(store, top, plan.IsDoomed, IsUser) is { } used) problems.Add(deletion, used);
            }
        }
    }

    private IEnumerable<Item> Tops(ImportedDeletion deletion)
    {
        var named = deletion.ChildrenOnly ? plan.Stored.Children(deletion.Key) : plan.Stored.Find(deletion.Key) is { } item ? [item] : [];
        return named.Where(item => plan.IsDoomed(item.Key));
    }

    /// <summary>Will it be there, seen or to be seen, and go on pointing where it points? An item the batch tells of is held to what it tells; but what stays public of it may be older.</summary>
    private bool IsUser(Guid key)
    {
        if (plan.IsDoomed(key) || plan.WillBeTrashed(key)) return false;
        return plan.Candidate(key) is not { } told || told.Published is null;
    }
}
