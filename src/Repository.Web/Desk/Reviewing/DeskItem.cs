using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.Reviewing;

/// <summary>An item with everything that was decided about it, as one look at the store tells it.</summary>
internal sealed record DeskItem(Item Item, ContentType Type, Revision Draft, ReviewTrail Trail, ImmutableArray<Publication> Publications, ImmutableArray<Schedule> Schedules)
{
    /// <summary>The names on the way to it, root first, each with its key.</summary>
    public required ImmutableArray<(Guid Key, string Name)> Path { get; init; }

    /// <summary>Where permissions look.</summary>
    public required IReadOnlyList<Guid> Lineage { get; init; }

    public Guid Key => Item.Key;

    /// <summary>The main language first.</summary>
    public required ImmutableArray<string> Cultures { get; init; }

    public string Name => NameIn(Cultures[0]);

    public string NameIn(string culture) => NameOf(Draft.Content, culture) ?? Key.ToString();

    public Publication? Shown(string culture) => Publications.FirstOrDefault(publication => publication.Culture == culture);

    public Schedule? Planned(string culture, ScheduledAction action) => Schedules.FirstOrDefault(schedule => schedule.Culture == culture && schedule.Action == action);

    public bool May(Person person, Act act) => Item.Kind == ItemKind.Media
        ? act is Act.Read or Act.Write ? Permissions.MaySomewhere(person, act) : Permissions.May(person, act, [])
        : Permissions.May(person, act, Lineage);

    /// <summary>Whoever only translates hands in translations.</summary>
    public bool MayWrite(Person person, string culture, ContentSchema schema) =>
        May(person, Act.Write) || (May(person, Act.Translate) && culture.Length > 0 && culture != schema.DefaultLanguage.Tag);

    public static async Task<DeskItem?> ReadAsync(IContentReader reader, ContentValidation validation, Guid key)
    {
        if (await reader.FindAsync(key) is not { } item || await reader.RevisionAsync(key, item.Revision) is not { } draft) return null;
        var main = validation.Schema.DefaultLanguage.Tag;
        var path = ImmutableArray.CreateBuilder<(Guid, string)>();
        foreach (var ancestor in await reader.AncestorsAsync(key))
        {
            var named = await reader.RevisionAsync(ancestor.Key, ancestor.Revision);
            path.Add((ancestor.Key, NameOf(named?.Content, main) ?? ancestor.Key.ToString()));
        }

        return new DeskItem(item, validation.TypeOf(item), draft, new ReviewTrail([.. await reader.ReviewsAsync(key)]), [.. await reader.PublicationsAsync(key)], [.. await reader.SchedulesAsync(key)])
        {
            Path = path.ToImmutable(),
            Lineage = await Core.Content.Lineage.OfAsync(reader, item),
            Cultures = [.. draft.Content.Cultures.OrderBy(culture => culture == main ? 0 : 1)],
        };
    }

    public static string? NameOf(ItemContent? content, string culture) => content is null ? null : content.Name(culture) ?? content.Name() ?? content.Names.Values.FirstOrDefault();
}
