using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Live;

namespace Repository.Web.Calls;

/// <summary>Makes the draft of a recognition out of an application that was recognised. It is for a publisher to look through and to publish.</summary>
internal sealed class RecognitionDrafts(LiveContent live, IContentStore store, ContentEditing editing)
{
    /// <summary>How the house signs the drafts it makes of decisions.</summary>
    public const string By = "calls";

    /// <summary>The questions whose answers it takes over, by the aliases of the application form.</summary>
    private const string Title = "titulo";
    private const string Institution = "institucion";
    private const string Municipality = "municipio";

    public async Task<bool> IsThereAsync(Application application, CancellationToken cancellation) =>
        await store.ReadAsync(reader => reader.FindAsync(application.RecognitionKey), cancellation) is not null;

    /// <summary>Once, however often it is asked for. Null where the site has no section for recognitions.</summary>
    public async Task<WriteResult?> MakeAsync(Call call, Application application, CancellationToken cancellation)
    {
        if (application.Decision is not { IsRecognised: true, Start: { } start } || application.Panel?.Verdict is not { } verdict) throw new InvalidOperationException("Only what was recognised gets a recognition.");
        if (await IsThereAsync(application, cancellation)) return new WriteResult.Done(0, application.RecognitionKey, 1);
        var snapshot = live.Current;
        var view = snapshot.View(ItemKind.Document, snapshot.Schema.DefaultLanguage.Tag);
        if (RecognitionSection.In(view) is not { } section) return null;
        var answers = application.Entry.Answers;
        var content = ItemContent.Named(answers.Text(Title) is { Length: > 0 } title ? title : application.Entry.Folio)
            .With("folio", $"R-{application.Entry.Folio}")
            .With("call", Udi(call.Key))
            .With("year", start.Year.ToString(CultureInfo.InvariantCulture))
            .With("score", Math.Round(verdict.Percentage, 2).ToString("0.##", CultureInfo.InvariantCulture))
            .With("startDate", Day(start))
            .With("endDate", Day(RecognitionTerm.Of(start, call.Months, call.Zone).End))
            .With("holder", Named(view, "actor", answers.Text(Institution)) is { } holder ? Udi(holder.Key) : "")
            .With("practice", Named(view, "practice", answers.Text(Title)) is { } practice ? Udi(practice.Key) : "")
            .With("municipalities", Place(view, answers.Text(Municipality)) is { } place ? Udi(place.Key) : "");
        return await editing.CreateAsync(new NewItem { Key = application.RecognitionKey, Type = Recognition.ContentType, Parent = section, Content = content, By = By }, cancellation);
    }

    /// <summary>The item that has exactly this name; none where several might be meant.</summary>
    private static PublishedItem? Named(TreeView view, string type, string name) =>
        name.Length == 0 ? null : All(view, type).Where(item => string.Equals(item.In(view.Culture)?.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only : null;

    private static PublishedItem? Place(TreeView view, string officialKey) =>
        officialKey.Length == 0 ? null : All(view, "municipality").FirstOrDefault(item => item.Content.Value("officialKey", ItemContent.Invariant) == officialKey);

    private static IEnumerable<PublishedItem> All(TreeView view, string type) => view.OfType(type) is var items ? items.Page(0, items.Count).Select(ordinal => view[ordinal]) : [];

    private static string Udi(Guid key) => $"umb://document/{key:n}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
