using System.Globalization;
using Repository.Core.Publishing;

namespace Repository.Core.Content;

/// <summary>The steps by which an item, alone or with everything below it, is written a second time under new keys.</summary>
internal sealed class CopySteps(ContentValidation validation)
{
    private readonly DraftSteps _drafts = new(validation);

    public async Task<Item> CopyAsync(WriteTurn turn, Item source, Item? parent, bool deep)
    {
        var siblings = await turn.Store.ChildrenAsync(source.Kind, parent?.Key);
        var taken = await NamesAsync(turn, siblings);
        IReadOnlyList<Item> sources = [source, .. deep ? await turn.Store.DescendantsAsync(source.Key) : []];
        var keys = sources.ToDictionary(item => item.Key, _ => Guid.CreateVersion7(turn.At));

        var top = Copied(turn, source, keys) with { ParentKey = parent?.Key, SortOrder = Placement.LastPlace(siblings) };
        foreach (var item in sources)
        {
            var reading = validation.Read(validation.TypeOf(item), (await turn.DraftAsync(item)).Content);
            var content = References.Repoint(reading, keys);
            var isTop = item.Key == source.Key;
            await InsertAsync(turn, isTop ? top : Copied(turn, item, keys), validation.Read(reading.Type, isTop ? Renamed(content, taken) : content));
        }

        return top;
    }

    private static Item Copied(WriteTurn turn, Item item, Dictionary<Guid, Guid> keys) => new()
    {
        Key = keys[item.Key],
        Kind = item.Kind,
        Type = item.Type,
        ParentKey = item.ParentKey is { } parent && keys.TryGetValue(parent, out var copy) ? copy : null,
        SortOrder = item.SortOrder,
        CreatedAt = turn.At,
        CreatedBy = turn.By,
        Restricted = item.Restricted,
    };

    private async Task InsertAsync(WriteTurn turn, Item copy, ItemReading reading)
    {
        var first = await DraftSteps.InsertAsync(turn, copy, reading);
        if (copy.Kind == ItemKind.Media) await PublicationSteps.PublishMediaAsync(turn, copy, first);
        await _drafts.RenewReferencesAsync(turn, copy, reading, []);
    }

    private static async Task<HashSet<(string Culture, string Name)>> NamesAsync(WriteTurn turn, IEnumerable<Item> siblings)
    {
        var names = new HashSet<(string, string)>();
        foreach (var sibling in siblings)
        {
            var draft = await turn.DraftAsync(sibling);
            names.UnionWith(draft.Content.Names.Select(name => (name.Key, name.Value)));
        }

        return names;
    }

    /// <summary>Tells the copy from a sibling of the same name: "Tequio (1)".</summary>
    internal static ItemContent Renamed(ItemContent content, IReadOnlySet<(string Culture, string Name)> taken)
    {
        foreach (var (culture, name) in content.Names)
        {
            var free = name;
            for (var number = 1; taken.Contains((culture, free)); number++) free = SuffixedName.Of(name, string.Create(CultureInfo.InvariantCulture, $" ({number})"));
            if (free != name) content = content.WithName(free, culture);
        }

        return content;
    }
}
