using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Content.Differences;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Reviewing;

/// <summary>Finds the item that an address of the desk names, for whoever may see drafts; whoever asks for what is not there, or not theirs, is answered.</summary>
internal sealed class DeskItems(IContentStore store, ContentValidation validation, DeskServing serving)
{
    public ContentSchema Schema => validation.Schema;

    /// <summary>Null: an answer was given.</summary>
    public async Task<DeskItem?> FindAsync(HttpContext http)
    {
        var key = Guid.TryParse(http.Request.RouteValues["key"]?.ToString(), out var given) ? given : Guid.Empty;
        var item = await ReadAsync(key, http.RequestAborted);
        if (item is not null && item.May(http.Person, Act.Read)) return item;
        await (item is null && Permissions.MaySomewhere(http.Person, Act.Read)
            ? serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound)
            : serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden));
        return null;
    }

    public Task<DeskItem?> ReadAsync(Guid key, CancellationToken cancellation) => store.ReadAsync(reader => DeskItem.ReadAsync(reader, validation, key), cancellation);

    public string LanguageName(string culture) => LanguageNames.Of(Schema, culture);

    /// <summary>What readers of a language would find different between two revisions (null: nothing).</summary>
    public Task<ContentDifference> CompareAsync(DeskItem item, int? before, int after, string culture, CancellationToken cancellation) => store.ReadAsync(
        async reader =>
        {
            var old = before is { } number ? await ReadingAsync(reader, item, number) : null;
            var now = await ReadingAsync(reader, item, after) ?? throw new InvalidOperationException($"Item {item.Key} has no revision {after}.");
            var names = await NamesAsync(reader, [.. References(old), .. References(now)], culture);
            return ContentDifference.Of(Schema, old, now, culture, reference => names.GetValueOrDefault(reference.Key, reference.Key.ToString()));
        },
        cancellation);

    private async Task<ItemReading?> ReadingAsync(IContentReader reader, DeskItem item, int number)
    {
        var revision = number == item.Draft.Number ? item.Draft : await reader.RevisionAsync(item.Key, number);
        return revision is null ? null : validation.Read(item.Type, revision.Content);
    }

    private static IEnumerable<ItemReference> References(ItemReading? reading) => reading?.Values.SelectMany(value => value.Reading.Delivery.References) ?? [];

    /// <summary>What items are called, by the names of their drafts.</summary>
    public async Task<Dictionary<Guid, string>> NamesAsync(IContentReader reader, IEnumerable<ItemReference> references, string culture)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var key in references.Select(reference => reference.Key).Distinct())
        {
            if (await reader.FindAsync(key) is not { } found) continue;
            var draft = await reader.RevisionAsync(key, found.Revision);
            if (DeskItem.NameOf(draft?.Content, culture.Length > 0 ? culture : Schema.DefaultLanguage.Tag) is { } name) names[key] = name;
        }

        return names;
    }

    public static ImmutableArray<DeskCrumb> Crumbs(DeskItem item, bool withItself) =>
    [
        .. item.Path.Select(above => new DeskCrumb(above.Name, DeskAddress.Of(above.Key))),
        .. withItself ? ImmutableArray.Create(new DeskCrumb(item.Name, DeskAddress.Of(item.Key))) : [],
    ];
}
