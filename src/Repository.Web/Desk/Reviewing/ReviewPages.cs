using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Content.Differences;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Reviewing;

/// <summary><c>/desk/content/{key}/review</c>: opens on what would change for the public, and carries out what its forms and those of the panel ask for.</summary>
internal sealed class ReviewPages(
    DeskItems items, PublishPanels panels, PeopleNames people, ReviewActs acts, Core.Workflow.Reviewing reviewing, IContentStore store, DeskServing serving, IStringLocalizer<DeskTexts> texts)
{
    private static readonly Act[] Talking = [Act.Review, Act.Write, Act.Translate];

    public async Task OpenAsync(HttpContext http)
    {
        if (await items.FindAsync(http) is not { } item) return;
        var done = http.Request.Query["done"].ToString();
        var note = texts[$"Review.Done.{done}"];
        await SendAsync(http, item, http.Request.Query["culture"].ToString(), done.Length > 0 && !note.ResourceNotFound ? new DeskNote(note) : null);
    }

    public async Task DoAsync(HttpContext http)
    {
        if (await items.FindAsync(http) is not { } item) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (act, culture) = (ReviewActs.Text(form, "do"), ReviewActs.Text(form, "culture"));
        switch (await acts.DoAsync(http, item.Key, form))
        {
            case WriteResult.Done:
                var back = DeskReturn.With(DeskReturn.Of(form["return"], PublishPanels.ReviewAddress(item.Key, culture)), "done", act);
                DeskServing.Lead(http, act is ReviewActs.Comment or ReviewActs.Resolve or ReviewActs.Reopen ? $"{back}#t-{ReviewActs.Text(form, "property")}" : back);
                break;
            case WriteResult.Invalid invalid:
                await RefuseAsync(http, item, culture, form, string.Join(' ', invalid.Problems.Select(problem => Told(item, problem)).Distinct()), StatusCodes.Status422UnprocessableEntity);
                break;
            case WriteResult.Forbidden forbidden:
                await RefuseAsync(http, item, culture, form, forbidden.Message, StatusCodes.Status403Forbidden);
                break;
            case WriteResult.Stale:
                await RefuseAsync(http, item, culture, form, texts["Review.Stale"], StatusCodes.Status409Conflict);
                break;
            default:
                await RefuseAsync(http, item, culture, form, texts["Review.Unknown"], StatusCodes.Status422UnprocessableEntity);
                break;
        }
    }

    private async Task RefuseAsync(HttpContext http, DeskItem item, string culture, IFormCollection form, string why, int status) => await SendAsync(
        http, await items.ReadAsync(item.Key, http.RequestAborted) ?? item, culture, new DeskNote(why, IsBad: true), status,
        model => model with { Note = ReviewActs.Text(form, "note"), Comment = ReviewActs.Text(form, "text"), CommentOn = ReviewActs.Text(form, "property") });

    private async Task SendAsync(HttpContext http, DeskItem item, string wanted, DeskNote? note, int status = StatusCodes.Status200OK, Func<ReviewModel, ReviewModel>? typed = null)
    {
        if (item.Item.Kind == ItemKind.Media || item.Item.Trashed)
        {
            await serving.SendAsync(http, DeskPage.Notice(item.Item.Trashed ? "Review.Trashed" : "Review.Media") with { Crumbs = DeskItems.Crumbs(item, withItself: true) }, status);
            return;
        }

        var culture = item.Cultures.FirstOrDefault(known => string.Equals(known, wanted, StringComparison.OrdinalIgnoreCase)) ?? item.Cultures[0];
        var model = await ModelAsync(http, item, culture);
        var page = new DeskPage(texts["Review.Title", item.NameIn(culture)], new ReviewView { Model = typed is null ? model : typed(model) })
        {
            Crumbs = DeskItems.Crumbs(item, withItself: true),
            IsWide = true,
            Note = note,
        };
        await serving.SendAsync(http, page, status);
    }

    private async Task<ReviewModel> ModelAsync(HttpContext http, DeskItem item, string culture)
    {
        var names = await people.OfAsync(http);
        var shown = item.Shown(culture)?.Revision;
        var difference = await items.CompareAsync(item, shown, item.Draft.Number, culture, http.RequestAborted);
        var problems = await reviewing.ProblemsAsync(item.Key, culture, http.RequestAborted);
        var comments = await store.ReadAsync(reader => reader.CommentsAsync(item.Key), http.RequestAborted);
        return new ReviewModel(item, culture, difference, panels.Of(http, item, names, PublishPanels.ReviewAddress(item.Key, culture)))
        {
            People = names,
            Problems = [.. problems.Select(problem => Told(item, problem)).Distinct()],
            Talks = Conversation.Of(comments, culture, alias => FieldName(item, alias)),
            Fields = [("", texts["Review.Whole"]), (ContentDifference.NameField, texts["Review.Name"]), .. item.Type.Properties.Select(property => (property.Alias, property.Name))],
            IsPublic = shown is not null,
            MayTalk = Talking.Any(act => item.May(http.Person, act)),
        };
    }

    private string Told(DeskItem item, ValueProblem problem) => problem.Field is "" or "reason" or "at" or "text" ? problem.Message : $"{FieldName(item, problem.Field)}: {problem.Message}";

    private string FieldName(DeskItem item, string alias) => alias switch
    {
        "" => texts["Review.Whole"],
        ContentDifference.NameField => texts["Review.Name"],
        _ => item.Type.Property(alias)?.Name ?? alias,
    };
}
