using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>Finds what stands in the way of storing or showing an item, looking at its surroundings in the open transaction.</summary>
internal sealed class PublicationCheck(ContentValidation validation)
{
    /// <summary>The property that holds a vocabulary term's stable key.</summary>
    internal const string TermKey = "key";

    /// <summary>A draft holds no malformed value. Media are public once saved, unless they are restricted, so they must be complete as well.</summary>
    public async Task<WriteResult?> RefuseDraftAsync(WriteTurn turn, (ItemKind Kind, bool Restricted) item, ItemReading reading)
    {
        if (!reading.Problems.IsEmpty) return new WriteResult.Invalid(reading.Problems);
        var picks = await WrongPicksAsync(turn.Store, reading, [.. reading.Content.Cultures], withPlaces: false);
        if (!picks.IsEmpty) return new WriteResult.Invalid(picks);
        if (item is not { Kind: ItemKind.Media, Restricted: false }) return null;
        var problems = await ContentProblemsAsync(turn.Store, reading, [ItemContent.Invariant]);
        return problems.IsEmpty ? null : new WriteResult.Invalid(problems);
    }

    /// <summary>Everything that keeps cultures of a document from the public.</summary>
    /// <param name="together">All the cultures that are to be published in the same act, those of other revisions among them.</param>
    public async Task<ImmutableArray<ValueProblem>> ProblemsAsync(IContentReader store, Item item, ItemReading reading, IReadOnlyCollection<string> cultures, IReadOnlyCollection<string> together)
    {
        var publications = await store.PublicationsAsync(item.Key);
        return
        [
            .. await ContentProblemsAsync(store, reading, cultures),
            .. MissingLanguages(validation.Schema, reading.Type, [.. together, .. publications.Select(publication => publication.Culture)]),
            .. await HiddenAncestorsAsync(store, item, cultures),
        ];
    }

    /// <summary>What the rules of its type ask of an item, in every culture it is written in, whether or not it is public.</summary>
    public async Task<ImmutableArray<ValueProblem>> RuleProblemsAsync(IContentReader store, ItemReading reading)
    {
        if (validation.Rules(reading.Type.Alias) is not { } rules) return [];
        var termKeys = await TermKeysAsync(store, reading);
        return [.. reading.Content.Cultures.SelectMany(culture => rules.Check(reading, culture, termKeys))];
    }

    /// <summary>An item that varies is published in every mandatory language or in none.</summary>
    public static IEnumerable<ValueProblem> MissingLanguages(ContentSchema schema, ContentType type, IReadOnlyCollection<string> cultures) =>
        from language in schema.Languages
        where type.VariesByCulture && language.IsMandatory && !cultures.Contains(language.Tag)
        select new ValueProblem("", language.Tag, Refusals.MandatoryLanguage(language.Name));

    /// <summary>What is wrong with the content itself, wherever it may stand.</summary>
    public async Task<ImmutableArray<ValueProblem>> ContentProblemsAsync(IContentReader store, ItemReading reading, IReadOnlyCollection<string> cultures)
    {
        var termKeys = await TermKeysAsync(store, reading);
        return
        [
            .. validation.ProblemsToPublish(reading, cultures, termKeys),
            .. await DeadReferencesAsync(store, reading, cultures),
            .. await WrongPicksAsync(store, reading, cultures, withPlaces: true),
        ];
    }

    /// <summary>Picks that their pickers do not allow. An item's type is for good, its place is not: a draft need not follow when others move.</summary>
    private async Task<ImmutableArray<ValueProblem>> WrongPicksAsync(IContentReader store, ItemReading reading, IReadOnlyCollection<string> cultures, bool withPlaces)
    {
        var problems = ImmutableArray.CreateBuilder<ValueProblem>();
        foreach (var (value, pick) in References.Picks(reading, cultures))
        {
            if (await store.FindAsync(pick.Target.Key) is not { Trashed: false } item || References.Refusal(pick.Target, item) is not null) continue;
            var isOther = References.IsOfOtherType(validation.Schema, pick, item.Type);
            if (!isOther && !(withPlaces && await IsOutsideAsync(store, pick, item))) continue;
            var name = await NameAsync(store, item, value.Culture);
            problems.Add(new ValueProblem(value.Property.Alias, value.Culture, isOther ? Refusals.PickOfOtherType(name, validation.TypeOf(item).Name) : Refusals.PickOutside(name)));
        }

        return [.. problems.Distinct()];
    }

    /// <summary>A start node that is not there keeps nobody out.</summary>
    private static async Task<bool> IsOutsideAsync(IContentReader store, Pick pick, Item item) =>
        pick.StartNode is { } start
        && start != item.Key
        && await store.FindAsync(start) is not null
        && !(await store.AncestorsAsync(item.Key)).Any(ancestor => ancestor.Key == start);

    private static async Task<ImmutableArray<ValueProblem>> DeadReferencesAsync(IContentReader store, ItemReading reading, IReadOnlyCollection<string> cultures)
    {
        var problems = ImmutableArray.CreateBuilder<ValueProblem>();
        foreach (var (value, target) in References.Seen(reading, cultures))
        {
            var item = await store.FindAsync(target.Key);
            if (References.Refusal(target, item) is { } refusal) problems.Add(new ValueProblem(value.Property.Alias, value.Culture, refusal));
        }

        return [.. problems.Distinct()];
    }

    private async Task<IReadOnlyDictionary<Guid, string>> TermKeysAsync(IContentReader store, ItemReading reading)
    {
        var keys = new Dictionary<Guid, string>();
        foreach (var term in PickedTerms(validation, reading))
        {
            if (await store.FindAsync(term) is not { } item) continue;
            var revision = await store.RevisionAsync(term, item.Revision);
            if (revision?.Content.Value(TermKey) is { } key) keys[term] = key;
        }

        return keys;
    }

    /// <summary>The terms whose keys the rules of an item's type will ask for.</summary>
    public static IEnumerable<Guid> PickedTerms(ContentValidation validation, ItemReading reading) =>
        validation.Rules(reading.Type.Alias) is not { } rules ? [] :
            from value in reading.Values
            where rules.TermProperties.Contains(value.Property.Alias)
            from reference in value.Reading.Delivery.References
            select reference.Key;

    private async Task<ImmutableArray<ValueProblem>> HiddenAncestorsAsync(IContentReader store, Item item, IReadOnlyCollection<string> cultures)
    {
        var problems = ImmutableArray.CreateBuilder<ValueProblem>();
        foreach (var ancestor in await store.AncestorsAsync(item.Key))
        {
            var published = (await store.PublicationsAsync(ancestor.Key)).Select(publication => publication.Culture).ToHashSet();
            var hidden = cultures.Where(culture => !IsVisible(published, culture)).ToList();
            if (hidden.Count == 0) continue;
            var name = await NameAsync(store, ancestor, hidden[0]);
            problems.AddRange(hidden.Select(culture => new ValueProblem("", culture, Refusals.PublishParentFirst(name))));
        }

        return problems.ToImmutable();
    }

    /// <summary>Below an item that varies, one that does not is reached by the default language's addresses.</summary>
    private bool IsVisible(HashSet<string> published, string culture) =>
        published.Contains(ItemContent.Invariant) || published.Contains(culture.Length == 0 ? validation.Schema.DefaultLanguage.Tag : culture);

    private static async Task<string> NameAsync(IContentReader store, Item item, string culture)
    {
        var draft = await store.RevisionAsync(item.Key, item.Revision);
        return draft?.Content.Name(culture) ?? draft?.Content.Names.Values.FirstOrDefault() ?? item.Key.ToString();
    }
}
