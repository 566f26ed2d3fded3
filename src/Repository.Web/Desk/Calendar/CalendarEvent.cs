using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Web.Desk.Rendering;

namespace Repository.Web.Desk.Calendar;

internal enum CalendarKind
{
    Release,
    Expire,
    Review,
}

/// <summary>Something that happens to an item on a day: it appears, it goes, or somebody wanted to look at it again.</summary>
/// <param name="At">Null for what has a day and no hour.</param>
internal sealed record CalendarEvent(CalendarKind Kind, DraftEntry Entry, string Culture, DateOnly Day, DateTimeOffset? At)
{
    /// <summary>All of them in order, of one responsible person or of all.</summary>
    public static IEnumerable<CalendarEvent> Of(DraftCatalogue catalogue, string? owner) =>
        from entry in catalogue.All
        where owner is null || entry.Item.CreatedBy == owner
        from happening in Of(entry)
        orderby happening.Day, happening.At, happening.Entry.Name
        select happening;

    private static IEnumerable<CalendarEvent> Of(DraftEntry entry)
    {
        foreach (var plan in entry.Schedules) yield return new CalendarEvent(plan.Action == ScheduledAction.Release ? CalendarKind.Release : CalendarKind.Expire, entry, plan.Culture, DeskTime.Day(plan.At), plan.At);
        if (entry.ReviewOn is { } day) yield return new CalendarEvent(CalendarKind.Review, entry, "", day, null);
    }
}
