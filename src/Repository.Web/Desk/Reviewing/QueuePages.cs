using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Reviewing;

/// <summary><c>/desk/review</c>: what others have submitted.</summary>
internal sealed class QueuePages(DeskItems items, PeopleNames people, IContentStore store, ContentValidation validation, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    public async Task OpenAsync(HttpContext http)
    {
        if (!Permissions.MaySomewhere(http.Person, Act.Review))
        {
            await serving.SendAsync(http, DeskPage.Notice("Review.NotYours"), StatusCodes.Status403Forbidden);
            return;
        }

        var (waiting, names) = (await WaitingAsync(http), await people.OfAsync(http));
        ImmutableArray<QueueRow> all = [.. waiting.Select(pair => Row(pair.Item, pair.Review, names))];
        var filters = ImmutableArray.Create(
            Filter(http, "section", all.Select(row => (row.Section, row.SectionName))),
            Filter(http, "type", all.Select(row => (row.Item.Type.Alias, row.Item.Type.Name))),
            Filter(http, "language", all.Select(row => (row.Review.Culture.Length == 0 ? "none" : row.Review.Culture, row.Language))));
        var rows = all.Where(row => Fits(filters[0], row.Section) && Fits(filters[1], row.Item.Type.Alias) && Fits(filters[2], row.Review.Culture.Length == 0 ? "none" : row.Review.Culture));
        await serving.SendAsync(http, new DeskPage(texts["Review.Queue"], new ReviewQueueView { Model = new QueueModel([.. rows], filters) }) { IsWide = true });
    }

    private Task<ImmutableArray<(DeskItem Item, Review Review)>> WaitingAsync(HttpContext http) => store.ReadAsync(
        async reader =>
        {
            var waiting = ImmutableArray.CreateBuilder<(DeskItem, Review)>();
            foreach (var review in await reader.StandingReviewsAsync(ReviewState.InReview))
            {
                if (await DeskItem.ReadAsync(reader, validation, review.ItemKey) is { } item && item.May(http.Person, Act.Review)) waiting.Add((item, review));
            }

            return waiting.ToImmutable();
        },
        http.RequestAborted);

    private QueueRow Row(DeskItem item, Review review, DeskPeople names)
    {
        // The root is everybody's: what stands below it is a section.
        var (key, name) = item.Path.Length > 1 ? item.Path[1] : (item.Key, item.Name);
        return new QueueRow(item, review, names.Name(review.By), key.ToString("n"), name, review.Culture.Length == 0 ? texts["Review.NoLanguage"] : items.LanguageName(review.Culture));
    }

    private static QueueFilter Filter(HttpContext http, string name, IEnumerable<(string Value, string Name)> values) =>
        new(name, http.Request.Query[name].ToString() is { Length: <= 100 } chosen ? chosen : "", [.. values.DistinctBy(value => value.Value).OrderBy(value => value.Name, StringComparer.CurrentCulture)]);

    private static bool Fits(QueueFilter filter, string value) => filter.Chosen.Length == 0 || filter.Chosen == value;
}
