using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>The steps by which a draft comes to be, shared by all use cases that write one.</summary>
internal sealed class DraftSteps(ContentValidation validation)
{
    /// <summary>Adds an item with its first revision.</summary>
    public static async Task<Revision> InsertAsync(WriteTurn turn, Item item, ItemReading reading)
    {
        var first = new Revision(item.Key, item.Revision, turn.At, turn.By, reading.Content);
        await turn.Store.InsertAsync(item, first);
        foreach (var culture in reading.Content.Cultures) await turn.LogAsync(ChangeKind.Saved, item, culture);
        return first;
    }

    /// <summary>Adds a revision, which has yet to be reviewed. The item that comes back names it and is still to be written.</summary>
    public static async Task<(Item Item, Revision Draft)> ReviseAsync(WriteTurn turn, Item item, Revision current, ItemReading reading)
    {
        var draft = new Revision(item.Key, item.Revision + 1, turn.At, turn.By, reading.Content);
        await turn.Store.AddRevisionAsync(draft);
        var changed = ChangedCultures(current.Content, reading.Content).ToList();
        foreach (var culture in changed) await turn.LogAsync(ChangeKind.Saved, item, culture);
        await turn.FallBackAsync(item, draft, changed);
        return (item with { Revision = draft.Number }, draft);
    }

    /// <summary>Keeps what an item points to: in its draft and in every revision that the public sees.</summary>
    public async Task RenewReferencesAsync(WriteTurn turn, Item item, ItemReading draft, IEnumerable<Publication> publications)
    {
        var readings = new List<ItemReading> { draft };
        foreach (var number in publications.Select(publication => publication.Revision).Distinct().Where(number => number != item.Revision))
        {
            if (await turn.Store.RevisionAsync(item.Key, number) is { } published) readings.Add(validation.Read(draft.Type, published.Content));
        }

        await turn.Store.ReplaceReferencesAsync(item.Key, References.Of(item.Key, readings));
    }

    /// <summary>The cultures in which two contents differ.</summary>
    internal static IEnumerable<string> ChangedCultures(ItemContent before, ItemContent after) =>
        Cells(before).Except(Cells(after)).Concat(Cells(after).Except(Cells(before))).Select(cell => cell.Culture).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<(string Alias, string Culture, string Text)> Cells(ItemContent content) =>
        content.Names.Select(name => ("", name.Key, name.Value))
            .Concat(content.Values.SelectMany(values => values.Value.Select(value => (values.Key, value.Key, value.Value))));
}
