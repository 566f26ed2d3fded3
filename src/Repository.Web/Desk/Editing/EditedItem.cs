using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Web.Live;

namespace Repository.Web.Desk.Editing;

/// <summary>An item as somebody finds it who opens it: its saved state, what they wrote before and did not save, and what they may do with it.</summary>
internal sealed record EditedItem(Item Item, ContentType Type, Revision Draft, Revision Base, WorkingCopy? Copy, PublishedSnapshot Drafts, IReadOnlyList<Publication> Publications, IReadOnlyList<Item> Ancestors, Person Person)
{
    /// <summary>What is written on: the person's own state, where there is one.</summary>
    public ItemContent Content => Copy?.Content ?? Draft.Content;

    /// <summary>The version that saving will name.</summary>
    public long Version => Copy?.Version ?? Item.Version;

    /// <summary>Newest first; empty unless somebody asked for it.</summary>
    public IReadOnlyList<Revision> History { get; init; } = [];

    public bool IsOutdated(string culture) => TranslationAge.IsOutdated(History, Culture, culture);

    public bool MayWrite => May(Act.Write);

    public bool MayTranslate => May(Act.Translate);

    /// <summary>The culture the form is about: the default one, where the item is written in it.</summary>
    public string Culture => CultureOf(Type, Draft.Content, Drafts.Schema);

    public static string CultureOf(ContentType type, ItemContent content, ContentSchema schema)
    {
        if (!type.VariesByCulture) return ItemContent.Invariant;
        return content.Names.IsEmpty || content.Name(schema.DefaultLanguage.Tag) is not null ? schema.DefaultLanguage.Tag : content.Names.Keys.First();
    }

    /// <summary>What it is called where it was saved last; by its type while it has no name.</summary>
    public string Name => Draft.Content.Name(Culture) ?? Draft.Content.Names.Values.FirstOrDefault() ?? Type.Name;

    private bool May(Act act) => !Item.Trashed && (Item.Kind == ItemKind.Media ? Permissions.MaySomewhere(Person, act) : Permissions.May(Person, act, [Item.Key, .. Ancestors.Select(ancestor => ancestor.Key)]));
}

/// <summary>Finds what is to be edited.</summary>
internal sealed class EditedItems(IContentStore store, IWorkingCopies copies, ContentValidation validation, LiveDrafts drafts)
{
    /// <summary>Null for an item that is not there.</summary>
    public async Task<EditedItem?> FindAsync(Guid key, Person person, CancellationToken cancellation)
    {
        var copy = await copies.FindAsync(key, person.Key, cancellation);
        var snapshot = await drafts.CurrentAsync(cancellation);
        return await store.ReadAsync(
            async reader =>
            {
                if (await reader.FindAsync(key) is not { } item || await reader.RevisionAsync(key, item.Revision) is not { } draft) return null;

                // What says the same as the saved state is not worth a question.
                var own = copy is null || copy.Content.Equals(draft.Content) ? null : copy;
                var began = own is null || own.Revision == draft.Number ? draft : await reader.RevisionAsync(key, own.Revision) ?? draft;
                return new EditedItem(item, validation.TypeOf(item), draft, began, own, snapshot, await reader.PublicationsAsync(key), await reader.AncestorsAsync(key), person);
            },
            cancellation);
    }

    public async Task<EditedItem?> FindWithHistoryAsync(Guid key, Person person, CancellationToken cancellation) =>
        await FindAsync(key, person, cancellation) is { } edited ? edited with { History = await store.ReadAsync(reader => reader.RevisionsAsync(key), cancellation) } : null;

    public async Task<ItemContent?> RevisionAsync(Guid key, int number) => (await store.ReadAsync(reader => reader.RevisionAsync(key, number), CancellationToken.None))?.Content;

    /// <summary>0 for an item that is not there.</summary>
    public async Task<long> VersionAsync(Guid key, CancellationToken cancellation) => (await store.ReadAsync(reader => reader.FindAsync(key), cancellation))?.Version ?? 0;

    public Task<PublishedSnapshot> SnapshotAsync(CancellationToken cancellation) => drafts.CurrentAsync(cancellation);

    public async Task<DraftItems> DraftsAsync(CancellationToken cancellation) => new(await drafts.CurrentAsync(cancellation));
}
