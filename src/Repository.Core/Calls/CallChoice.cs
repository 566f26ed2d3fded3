using Repository.Core.Forms.Entries;

namespace Repository.Core.Calls;

/// <summary>Which call an entry applies to: the one it was sent from; otherwise, of those with its form, the one that was open, or the last that was.</summary>
public static class CallChoice
{
    public static Call? Of(IEnumerable<Call> calls, Application application) => application.Call is { } known
        ? calls.FirstOrDefault(call => call.Key == known)
        : Of(calls, application.Entry.Form, application.Entry.Content, application.Entry.SentAt ?? application.Entry.CreatedAt);

    public static Call? Of(IEnumerable<Call> calls, FormEntry entry) => Of(calls, entry.Form, entry.Content, entry.SentAt ?? entry.CreatedAt);

    /// <param name="content">The page the form was opened on.</param>
    public static Call? Of(IEnumerable<Call> calls, Guid form, Guid? content, DateTimeOffset at)
    {
        var fitting = calls.Where(call => call.Form == form).ToList();
        return fitting.FirstOrDefault(call => call.Key == content)
            ?? fitting.FirstOrDefault(call => call.Dates?.At(at) == CallWindow.Open)
            ?? fitting.Where(call => call.Dates?.At(at) == CallWindow.NotYet).MinBy(call => call.Dates!.Opening)
            ?? fitting.OrderByDescending(call => call.Dates?.Closing ?? DateTimeOffset.MinValue).FirstOrDefault();
    }
}
