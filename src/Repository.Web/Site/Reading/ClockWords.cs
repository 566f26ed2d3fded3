using System.Globalization;
using Repository.Core.Calls;
using Repository.Web.Calls;
using Repository.Web.Forms;

namespace Repository.Web.Site.Reading;

/// <summary>What the clock says of an item, in the language of the page; null for what follows no clock.</summary>
internal static class ClockWords
{
    private const string Iso = "yyyy-MM-ddTHH:mm:sszzz";

    /// <summary>A whole sentence, with the day.</summary>
    public static string? Of(SeenItem item, SiteReader reader) => item.Type switch
    {
        Call.ContentType when reader.Almanac.Call(item.Item.Key) is { } dates => OfCall(dates, item, reader),
        Recognition.ContentType when reader.Almanac.Recognition(item.Item.Key) is { } recognition => OfRecognition(recognition, reader),
        "formPage" when PublishedForms.FormOf(item.Item) is { } form => OfForm(form, reader),
        _ => null,
    };

    /// <summary>The state of a recognition in a word or two.</summary>
    public static string? State(SeenItem item, SiteReader reader) =>
        reader.Almanac.Recognition(item.Item.Key)?.At(reader.Now) is { } state ? reader.Texts[$"RecognitionState.{state}"].Value : null;

    private static string OfCall(CallDates dates, SeenItem item, SiteReader reader)
    {
        var window = dates.At(reader.Now);
        var closing = reader.Values(item).Date("closingDate") ?? Moment(dates.Zone.At(dates.ClosesAt), reader);
        return reader.Texts[$"CallWindow.{window}", window == CallWindow.NotYet ? Moment(dates.Opening!.Value, reader) : closing];
    }

    /// <summary>By which call a form is asked for, if by any, and whether it is.</summary>
    private static string? OfForm(Guid form, SiteReader reader) =>
        CallChoice.Of(CallBook.In(reader.Snapshot), form, content: null, reader.Now) is { Dates: { } dates } call && reader.Find(call.Key) is { } item ? OfCall(dates, item, reader) : null;

    private static string? OfRecognition(Recognition recognition, SiteReader reader)
    {
        if (recognition.At(reader.Now) is not { } state) return null;
        var day = state switch
        {
            RecognitionState.Upcoming => recognition.Term!.Start,
            RecognitionState.Renewed => recognition.Fate.RenewedFrom!.Value,
            RecognitionState.Revoked => default,
            _ => recognition.Term!.End.AddDays(-1),
        };
        return reader.Texts[$"RecognitionTold.{state}", DateWords.Of(day)];
    }

    /// <summary>As the clock of the call shows it.</summary>
    private static string Moment(DateTimeOffset moment, SiteReader reader) => DateWords.OfMoment(moment.ToString(Iso, CultureInfo.InvariantCulture), reader.Texts);
}
