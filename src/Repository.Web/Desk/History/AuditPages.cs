using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Reviewing;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.History;

/// <summary><c>/desk/audit</c>: the change log of everything, for those who answer for the installation.</summary>
internal sealed class AuditPages(DeskItems items, PeopleNames people, IContentStore store, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    private const int AtOnce = 100;

    public async Task OpenAsync(HttpContext http)
    {
        if (!Permissions.May(http.Person, Act.ManageSettings, []))
        {
            await serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden);
            return;
        }

        var filter = new AuditFilter(Text(http, "by"), Text(http, "kind"), Text(http, "from"), Text(http, "until"));
        var names = await people.OfAsync(http);
        var model = await store.ReadAsync(reader => ModelAsync(reader, filter, Query(filter, Text(http, "before")), names), http.RequestAborted);
        await serving.SendAsync(http, new DeskPage(texts["Audit.Title"], new AuditView { Model = model }) { IsWide = true });
    }

    private async Task<AuditModel> ModelAsync(IContentReader reader, AuditFilter filter, ChangeQuery query, DeskPeople names)
    {
        var lines = await reader.ChangesAsync(query);
        var called = await items.NamesAsync(reader, lines.Select(line => new ItemReference(line.ItemKind == ItemKind.Media ? ReferenceKind.Media : ReferenceKind.Document, line.Key)), "");
        var reviews = new Dictionary<Guid, IReadOnlyList<Review>>();
        foreach (var key in lines.Where(IsDecision).Select(line => line.Key).Distinct()) reviews[key] = await reader.ReviewsAsync(key);
        return new AuditModel(
            filter,
            [.. lines.Select(line => new AuditRow(line, names.Name(line.By), called.GetValueOrDefault(line.Key), line.Culture.Length == 0 ? "" : items.LanguageName(line.Culture), Review(line, reviews)))],
            [.. (await reader.ChangeAuthorsAsync()).Select(by => (by, names.Name(by))).OrderBy(person => person.Item2, StringComparer.CurrentCulture)])
        {
            Older = lines.Count < query.Limit ? null : Address(filter, lines[^1].Seq),
        };
    }

    private static bool IsDecision(Change line) => line.Kind is ChangeKind.Reviewed or ChangeKind.Published or ChangeKind.Unpublished;

    /// <summary>The decision that was taken in the same act.</summary>
    private static Review? Review(Change line, Dictionary<Guid, IReadOnlyList<Review>> reviews) => !IsDecision(line) || !reviews.TryGetValue(line.Key, out var known) ? null
        : known.LastOrDefault(review => review.At == line.At && review.Culture == line.Culture && line.Kind switch
        {
            ChangeKind.Published => review.State == ReviewState.Published,
            ChangeKind.Unpublished => review.State == ReviewState.Withdrawn,
            _ => review.State is not (ReviewState.Published or ReviewState.Withdrawn),
        });

    /// <summary>Days are those of the wall clock, the last one included.</summary>
    private static ChangeQuery Query(AuditFilter filter, string before) => new(AtOnce)
    {
        By = filter.By.Length > 0 ? filter.By : null,
        Kind = Enum.TryParse<ChangeKind>(filter.Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
        From = Day(filter.From) is { } from ? DeskTime.Start(from) : null,
        Until = Day(filter.Until) is { } until ? DeskTime.Start(until.AddDays(1)) : null,
        Before = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private static string Address(AuditFilter filter, long before) =>
        $"{DeskAddress.Audit}?by={Uri.EscapeDataString(filter.By)}&kind={Uri.EscapeDataString(filter.Kind)}&from={Uri.EscapeDataString(filter.From)}&until={Uri.EscapeDataString(filter.Until)}&before={before}";

    private static string Text(HttpContext http, string name) => http.Request.Query[name].ToString() is { Length: <= 100 } text ? text.Trim() : "";
}
