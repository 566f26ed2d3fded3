using Repository.Core.Content;
using Repository.Web.Operations;
using Repository.Writers;

namespace Repository.Specs.Durability;

/// <summary>Holds a store to its change log, to its own tree, and to every write that was acknowledged.</summary>
internal sealed class StoreAudit
{
    private readonly Installation _installation;
    private readonly IReadOnlyList<Change> _log;
    private readonly IContentReader _store;
    private readonly Dictionary<Guid, Item?> _items = [];

    private StoreAudit(Installation installation, IReadOnlyList<Change> log, IContentReader store)
    {
        _installation = installation;
        _log = log;
        _store = store;
    }

    /// <summary>Checks every acknowledged write, the whole log, and the items that were touched after a line of it.</summary>
    public static async Task RunAsync(Installation installation, IReadOnlyCollection<Acknowledgement> acknowledged, int unfinishedAtMost, long after, CancellationToken cancellation)
    {
        var head = await installation.Store.HeadAsync(cancellation);
        var log = await installation.Store.ChangesAsync(0, int.MaxValue, cancellation);
        Assert.Equal(Enumerable.Range(1, (int)head).Select(seq => (long)seq), log.Select(line => line.Seq));
        await installation.Store.ReadAsync(async store =>
        {
            var audit = new StoreAudit(installation, log, store);
            audit.CheckTransactions(acknowledged, unfinishedAtMost);
            await audit.CheckItemsAsync(after);
            await audit.CheckAcknowledgedAsync([.. acknowledged.Where(write => write.Seq > after)]);
            return true;
        }, cancellation);
    }

    /// <summary>A transaction's lines stand together; what was acknowledged is there; what was not is at most what was under way at a kill.</summary>
    private void CheckTransactions(IReadOnlyCollection<Acknowledgement> acknowledged, int unfinishedAtMost)
    {
        var runs = new List<string>();
        foreach (var line in _log)
        {
            if (runs is not [.., var last] || last != line.By) runs.Add(line.By);
        }

        Assert.Equal(runs.Count, runs.Distinct().Count());
        var lines = _log.ToDictionary(line => line.Seq);
        Assert.All(acknowledged, write =>
        {
            Assert.Equal(write.By, lines[write.Seq].By);
            Assert.True(write.Served >= write.Seq, $"{write} was acknowledged before it was served.");
        });
        var unfinished = runs.Except(acknowledged.Select(write => write.By)).ToList();
        Assert.True(unfinished.Count <= unfinishedAtMost, $"More was written than was under way: {string.Join(' ', unfinished)}");
    }

    private async Task CheckItemsAsync(long after)
    {
        var told = ToldItem.ReadLog(_log);
        foreach (var key in _log.Where(line => line.Seq > after).Select(line => line.Key).Distinct()) await CheckItemAsync(key, told[key]);
    }

    private async Task CheckItemAsync(Guid key, ToldItem told)
    {
        var item = await FindAsync(key);
        Assert.Equal(told.Deleted, item is null);
        var revisions = await _store.RevisionsAsync(key);
        var publications = await _store.PublicationsAsync(key);
        if (item is null)
        {
            Assert.Empty(revisions);
            Assert.Empty(publications);
            return;
        }

        Assert.Equal((key, told.Version, told.Revision, told.Trashed), (key, item.Version, item.Revision, item.Trashed));
        Assert.Equal(Enumerable.Range(1, told.Revision).Reverse(), revisions.Select(revision => revision.Number));
        Assert.Equal(told.Published is { } number ? [number] : [], publications.Select(publication => publication.Revision));
        await CheckPlaceAsync(item);
        await CheckReferencesAsync(item, told, revisions);
    }

    /// <summary>The bin takes whole subtrees: what stands below something in the bin is in it as well, and the other way round.</summary>
    private async Task CheckPlaceAsync(Item item)
    {
        if (item.ParentKey is not { } parentKey) return;
        var parent = await FindAsync(parentKey);
        Assert.NotNull(parent);
        Assert.True(parent.Trashed == item.Trashed, $"{item.Key} was torn from its parent {parent.Key}: trashed {item.Trashed} below {parent.Trashed}.");
    }

    private async Task CheckReferencesAsync(Item item, ToldItem told, IReadOnlyList<Revision> revisions)
    {
        var readings = revisions.ToDictionary(revision => revision.Number, revision => TargetsOf(item, revision));
        var wanted = readings[item.Revision].Union(told.Published is { } number ? readings[number] : []).ToHashSet();
        foreach (var target in readings.Values.SelectMany(targets => targets).Distinct())
        {
            var stored = (await _store.ReferencesToAsync(target)).Any(reference => reference.Source == item.Key);
            if (stored != wanted.Contains(target)) Assert.True(stored && told.EverTrashed, $"{item.Key} points to {target}: stored {stored}.");
        }
    }

    private HashSet<Guid> TargetsOf(Item item, Revision revision) =>
        [.. _installation.Validation.Read(_installation.Validation.TypeOf(item), revision.Content).Values.SelectMany(value => value.Reading.Delivery.References).Select(reference => reference.Key)];

    private async Task CheckAcknowledgedAsync(IReadOnlyCollection<Acknowledgement> acknowledged)
    {
        var deleted = _log.Where(line => line.Kind == ChangeKind.Deleted).Select(line => line.Key).ToHashSet();
        var lastPlaced = new Dictionary<Guid, string>();
        foreach (var line in _log.Where(line => line.Kind is ChangeKind.Moved or ChangeKind.Trashed or ChangeKind.Restored)) lastPlaced[line.Key] = line.By;
        foreach (var write in acknowledged.Where(write => !deleted.Contains(write.Key)))
        {
            if (write.Act is Act.Create or Act.Save or Act.Rename) await CheckContentAsync(write);
            if (write.Act is Act.Copy) await CheckCopyAsync(write);
            if (write.Act is Act.Move && lastPlaced[write.Key] == write.By) Assert.Equal(Guid.Parse(write.Proof), (await FindAsync(write.Key))!.ParentKey);
            if (write.Act is Act.Sort) await CheckOrderAsync(write, lastPlaced);
        }
    }

    private async Task CheckContentAsync(Acknowledgement write)
    {
        var revision = Assert.Single(await _store.RevisionsAsync(write.Key), revision => revision.By == write.By);
        Assert.Equal(write.Proof, Proofs.Of(revision.Content));
        Assert.True((await FindAsync(write.Key))!.Version >= write.Version, $"{write} is older in the store.");
    }

    /// <summary>A copy comes with everything below it: each of its items has its first revision, and each but the top stands somewhere.</summary>
    private async Task CheckCopyAsync(Acknowledgement write)
    {
        foreach (var key in _log.Where(line => line.By == write.By).Select(line => line.Key).Distinct())
        {
            if (await FindAsync(key) is not { } copy) continue;
            Assert.Equal(write.By, copy.CreatedBy);
            Assert.Single(await _store.RevisionsAsync(key), revision => revision.By == write.By);
        }
    }

    private async Task CheckOrderAsync(Acknowledgement write, Dictionary<Guid, string> lastPlaced)
    {
        var order = write.Proof.Split(',').Select(Guid.Parse).ToList();
        foreach (var key in order.Where(key => lastPlaced.GetValueOrDefault(key) == write.By))
        {
            if (await FindAsync(key) is { } item) Assert.Equal(order.IndexOf(key), item.SortOrder);
        }
    }

    private async Task<Item?> FindAsync(Guid key) => _items.TryGetValue(key, out var known) ? known : _items[key] = await _store.FindAsync(key);
}
