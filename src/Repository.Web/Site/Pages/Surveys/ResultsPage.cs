using System.Collections.Immutable;
using Repository.Core.Forms.Results;
using Repository.Web.Forms.Results;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages.Surveys;

/// <summary>What people answered to a survey, as far as it can be told without telling of anybody.</summary>
internal static class ResultsPage
{
    public static SitePage Make(SiteReader reader, SurveyPlace place, IQueryCollection query)
    {
        var survey = reader.See(place.Page);
        var (results, path) = (place.Results, survey.Path + SurveyPlace.Segment);
        var filter = ResultsFilter.Read(query, results.Published, reader);
        var view = results.Published.View(filter.Filter);
        var title = reader.Texts["Results.Title", survey.Name];
        var about = reader.Texts["Results.About", results.Form.Definition.Name];
        var model = new ResultsModel(survey, path, results, filter, view)
        {
            Questions = view.People == 0 ? [] : [.. QuestionResult.All(results.Form.Form, view, reader.Texts)],
            Open = filter.IsNarrow ? [] : [.. OpenAnswersModel.All(results)],
            Gaps = view.People == 0 ? [] : ThemeGap.All(view, reader),
            SearchAddress = OwnAddress.Of(reader, OwnAddress.Search),
        };
        var head = new PageHead(title)
        {
            Description = about,
            Path = path,
            Crumbs = [.. ItemHead.Above(survey, reader), survey],
            Section = ItemHead.SectionOf(survey, reader),
            Thing = JsonLd.Thing("Dataset", title, reader.Origin + path, reader.Culture, about),
        };
        return new SitePage(head, new ResultsView { Model = model });
    }
}

internal sealed record ResultsModel(SeenItem Survey, string Path, SurveyResults Results, ResultsFilter Filter, ResultView View)
{
    public required ImmutableArray<QuestionResult> Questions { get; init; }

    /// <summary>Only with nothing narrowed: where an answer comes from is not told.</summary>
    public required ImmutableArray<OpenAnswersModel> Open { get; init; }

    public required ImmutableArray<ThemeGap> Gaps { get; init; }

    public required string SearchAddress { get; init; }

    public bool HasAny => !Results.Published.Groups.IsEmpty;

    public string File(string name) => Path + name;
}

/// <summary>The open answers to one question that somebody let be seen.</summary>
internal sealed record OpenAnswersModel(string Heading, ImmutableArray<string> Answers, int More)
{
    private const int Most = 30;

    public static IEnumerable<OpenAnswersModel> All(SurveyResults results) =>
        from field in results.Form.Form.Fields.Select(bound => bound.Field)
        let answers = results.Open.Where(answer => answer.Field.Alias == field.Alias).Select(answer => answer.Text).ToList()
        where answers.Count > 0
        select new OpenAnswersModel(field.Caption, [.. answers.Take(Most)], Math.Max(0, answers.Count - Most));
}
