using System.Collections.Immutable;
using System.Globalization;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Tree;

namespace Repository.Web.Desk.Calendar;

/// <summary>One month of the calendar, as weeks that begin on Monday, and as a list.</summary>
internal sealed record CalendarMonth(DateOnly First, DateOnly Today, ImmutableArray<CalendarEvent> Events, ImmutableArray<CalendarEvent> Overdue, string Owner, ImmutableArray<(string By, string Name)> Owners)
{
    private const int DaysOfWeek = 7;

    public string Title => First.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    public string Previous => Address(First.AddMonths(-1));

    public string Next => Address(First.AddMonths(1));

    public string ThisMonth => Address(new DateOnly(Today.Year, Today.Month, 1));

    public string Export => $"{DeskAddress.Calendar}.ics{(Owner.Length > 0 ? $"?who={Uri.EscapeDataString(Owner)}" : "")}";

    public static IEnumerable<string> DayNames => Enumerable.Range(1, DaysOfWeek).Select(day => CultureInfo.CurrentCulture.DateTimeFormat.DayNames[day % DaysOfWeek]);

    public IEnumerable<DateOnly[]> Weeks
    {
        get
        {
            var start = First.AddDays(-(((int)First.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
            for (var monday = start; monday < First.AddMonths(1); monday = monday.AddDays(DaysOfWeek)) yield return [.. Enumerable.Range(0, DaysOfWeek).Select(monday.AddDays)];
        }
    }

    public static CalendarMonth Of(DraftReader reader, IQueryCollection query)
    {
        var today = DeskTime.Day(reader.Now);
        var first = DateOnly.TryParseExact($"{query["month"]}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 1990 and < 2200 ? asked : new DateOnly(today.Year, today.Month, 1);
        var owner = query["who"].ToString();
        var all = CalendarEvent.Of(reader.Catalogue, owner.Length > 0 ? owner : null).ToList();
        var owners = CalendarEvent.Of(reader.Catalogue, null).Select(happening => happening.Entry.Item.CreatedBy).Distinct();
        return new CalendarMonth(
            first,
            today,
            [.. all.Where(happening => happening.Day.Year == first.Year && happening.Day.Month == first.Month)],
            [.. all.Where(happening => happening.Kind == CalendarKind.Review && happening.Day < today)],
            owner,
            [.. owners.Select(by => (by, reader.People.Name(by))).OrderBy(one => one.Item2, StringComparer.CurrentCulture)]);
    }

    public IEnumerable<CalendarEvent> On(DateOnly day) => Events.Where(happening => happening.Day == day);

    private string Address(DateOnly month) => $"{DeskAddress.Calendar}?month={month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}{(Owner.Length > 0 ? $"&who={Uri.EscapeDataString(Owner)}" : "")}";
}
