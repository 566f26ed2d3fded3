using Microsoft.Extensions.Localization;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Tree;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Calendar;

/// <summary><c>/desk/calendar</c>: what is planned, by month; and the same for the calendar of a computer, for whoever is signed in. There is no address that works without: what is planned is nobody's else to know.</summary>
internal sealed class CalendarPages(DraftReaders readers, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public const string ExportPath = "/desk/calendar.ics";

    public async Task ShowAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var month = CalendarMonth.Of(reader, http.Request.Query);
        await serving.SendAsync(http, new DeskPage(texts["Calendar.Title"], new CalendarView { Model = month }) { IsWide = true });
    }

    public async Task ExportAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var owner = http.Request.Query["who"].ToString();
        var calendar = new ICalendar(texts["Calendar.Title"]);
        var origin = $"{http.Request.Scheme}://{http.Request.Host}";
        foreach (var happening in CalendarEvent.Of(reader.Catalogue, owner.Length > 0 ? owner : null))
        {
            calendar.Add(new ICalendarEvent(
                $"{happening.Entry.Key:d}-{happening.Kind}-{happening.Culture}@{http.Request.Host.Host}",
                reader.Now,
                happening.Day,
                happening.At,
                texts[$"Calendar.{happening.Kind}.Of", happening.Entry.Name],
                $"{origin}{DeskAddress.Of(happening.Entry.Key)}"));
        }

        http.Response.ContentType = ICalendar.ContentType;
        http.Response.Headers.ContentDisposition = "attachment; filename=\"calendario-editorial.ics\"";
        await http.Response.WriteAsync(calendar.Finish(), http.RequestAborted);
    }
}
