using System.Globalization;
using Repository.Core.Content;

namespace Repository.Writers;

/// <summary>Writes without end, one use case after the other, and says so each time one was committed and served. What is refused is no news.</summary>
internal sealed class Writer(Workshop workshop, string name, Random random)
{
    private const int LargestCopy = 12;

    private static readonly Act[] Acts = [.. Weighted(
        (Act.Create, 24), (Act.Save, 20), (Act.Rename, 8), (Act.Publish, 22), (Act.Unpublish, 4), (Act.Move, 6), (Act.Sort, 4), (Act.Trash, 5), (Act.Restore, 5), (Act.Copy, 4), (Act.Delete, 3))];

    public async Task RunAsync()
    {
        for (var count = 0; ; count++)
        {
            var act = Acts[random.Next(Acts.Length)];
            var by = string.Create(CultureInfo.InvariantCulture, $"{name}.{count}");
            var (result, proof) = await TryAsync(act, by);
            if (result is not WriteResult.Done { Seq: > 0 } done) continue;
            if (act is Act.Create or Act.Copy) workshop.Know(done.Key);
            if (act is Act.Delete) workshop.Forget(done.Key);
            Console.WriteLine(new Acknowledgement(by, act, done.Key, done.Seq, done.Version, workshop.Served, proof));
        }
    }

    private Task<(WriteResult? Result, string Proof)> TryAsync(Act act, string by) => act switch
    {
        Act.Create => CreateAsync(by),
        Act.Save or Act.Rename => SaveAsync(by, rename: act == Act.Rename),
        Act.Publish => WithPageAsync(by, seen => workshop.Publishing.PublishAsync(seen, [], default)),
        Act.Unpublish => WithPageAsync(by, seen => workshop.Publishing.UnpublishAsync(seen, [], default)),
        Act.Move => MoveAsync(by),
        Act.Sort => SortAsync(by),
        Act.Trash => WithPageAsync(by, seen => workshop.Tree.TrashAsync(seen, default)),
        Act.Restore => WithBinAsync(by, seen => workshop.Tree.RestoreAsync(seen, null, default)),
        Act.Copy => CopyAsync(by),
        Act.Delete => WithBinAsync(by, seen => workshop.Tree.DeleteAsync(seen, default)),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private async Task<(WriteResult?, string)> CreateAsync(string by)
    {
        var content = workshop.Normal(Texts.Page(by, random, workshop.AnyPage(random)));
        var created = new NewItem { Type = workshop.PageType.Alias, Parent = AnyParent(), Content = content, By = by };
        return (await workshop.Editing.CreateAsync(created, default), Proofs.Of(content));
    }

    private async Task<(WriteResult?, string)> SaveAsync(string by, bool rename)
    {
        if (await SeenAsync(by) is not { } seen) return default;
        var draft = await workshop.AskAsync(async reader =>
            await reader.FindAsync(seen.Key) is { } item ? await reader.RevisionAsync(item.Key, item.Revision) : null);
        if (draft is null) return default;
        var written = Texts.Page(by, random, workshop.AnyPage(random));
        var content = workshop.Normal(rename ? written : written.WithName(draft.Content.Name(Workshop.Culture)!, Workshop.Culture));
        return (await workshop.Editing.SaveAsync(seen, content, default), Proofs.Of(content));
    }

    private async Task<(WriteResult?, string)> MoveAsync(string by)
    {
        if (await SeenAsync(by) is not { } seen) return default;
        var parent = AnyParent();
        return (await workshop.Tree.MoveAsync(seen, parent, default), parent.ToString());
    }

    private async Task<(WriteResult?, string)> SortAsync(string by)
    {
        var parent = AnyParent();
        var children = await workshop.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, parent));
        var order = children.Select(child => child.Key).ToArray();
        random.Shuffle(order);
        return (await workshop.Tree.SortAsync(new NewOrder(ItemKind.Document, parent, order, by), default), Proofs.Of(order));
    }

    private async Task<(WriteResult?, string)> CopyAsync(string by)
    {
        if (await SeenAsync(by) is not { } seen) return default;
        var below = await workshop.AskAsync(reader => reader.DescendantsAsync(seen.Key));
        return below.Count > LargestCopy ? default : (await workshop.Editing.CopyAsync(seen, AnyParent(), deep: true, default), Proofs.None);
    }

    private async Task<(WriteResult?, string)> WithPageAsync(string by, Func<Seen, Task<WriteResult>> write) =>
        await SeenAsync(by) is { } seen ? (await write(seen), Proofs.None) : default;

    private async Task<(WriteResult?, string)> WithBinAsync(string by, Func<Seen, Task<WriteResult>> write)
    {
        var bin = await workshop.AskAsync(reader => reader.BinAsync(ItemKind.Document));
        if (bin.Count == 0) return default;
        var item = bin[random.Next(bin.Count)];
        return (await write(new Seen(item.Key, item.Version, by)), Proofs.None);
    }

    private async Task<Seen?> SeenAsync(string by)
    {
        if (workshop.AnyPage(random) is not { } key) return null;
        if (await workshop.AskAsync(reader => reader.FindAsync(key)) is { } item) return new Seen(key, item.Version, by);
        workshop.Forget(key);
        return null;
    }

    /// <summary>Sections often enough that the tree stays flat.</summary>
    private Guid AnyParent() =>
        random.Next(5) < 3 || workshop.AnyPage(random) is not { } page ? Foundation.Section(random.Next(Foundation.Sections)) : page;

    private static IEnumerable<Act> Weighted(params (Act Act, int Weight)[] acts) => acts.SelectMany(pair => Enumerable.Repeat(pair.Act, pair.Weight));
}
