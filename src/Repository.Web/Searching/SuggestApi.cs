using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Delivery;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary><c>/api/v1/suggest</c>: titles and names that go on as someone began to type, and, where there are none, what may have been meant.</summary>
internal sealed class SuggestApi(LiveContent live, DeliveryApi delivery)
{
    private const int DefaultTake = 8;
    private const int MostTake = 50;
    private const string Correction = "correction";
    private static readonly string[] Parameters = ["q", "lang", "take"];

    public Task SuggestAsync(HttpContext http) => SearchAnswering.SendAsync(http, live, delivery, Answer, SearchJson.Readable.SuggestAnswer);

    private Outcome<SuggestAnswer> Answer(IQueryCollection query, Searchable searchable)
    {
        if (query.Keys.FirstOrDefault(name => !Parameters.Contains(name, StringComparer.Ordinal)) is { } unknown) return SearchProblem.Unknown(unknown);
        if (SearchRequest.Culture(query, searchable) is not { } culture) return SearchProblem.NotAmong("lang", searchable.Snapshot.Schema.Languages.Select(language => language.Tag));
        if (SearchRequest.Number(query, "take", DefaultTake, 1, MostTake) is not { } take) return SearchProblem.Number("take", 1, MostTake);
        var typed = query["q"].ToString();
        if (typed.Length > SearchText.MostBytes) return SearchProblem.TooLong;

        var view = searchable.Snapshot.View(ItemKind.Document, culture);
        var completed = SearchVocabulary.Of(view).Suggester.Complete(typed, take * 4)
            .Select(suggestion => (suggestion, ordinal: view.OrdinalOf(Guid.ParseExact(suggestion.Key, "N"))))
            .Where(found => found.ordinal >= 0 && delivery.Allowed.Allows(view[found.ordinal]))
            .DistinctBy(found => found.ordinal)
            .Take(take)
            .Select(found => new SuggestedAnswer(found.suggestion.Text, found.suggestion.Kind, RouteOf(view, found.ordinal)))
            .ToList();
        if (completed.Count == 0 && SearchSpelling.Correct(searchable, culture, typed) is { } meant) completed.Add(new SuggestedAnswer(meant, Correction, null));
        return new SuggestAnswer(completed);
    }

    private static SuggestedRoute RouteOf(TreeView view, int ordinal) => new(ContentFragment.Of(view[ordinal], view.Snapshot, view.Culture).Path);
}

internal sealed record SuggestAnswer(IReadOnlyList<SuggestedAnswer> Items);

internal sealed record SuggestedAnswer(string Text, string Kind, SuggestedRoute? Route);

internal sealed record SuggestedRoute(string Path);
