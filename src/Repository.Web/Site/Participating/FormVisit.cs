using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Participating;

/// <summary>Somebody at the page of a form.</summary>
internal sealed record FormVisit(HttpContext Http, ItemRequest Page, LiveForm Live)
{
    public const string AboutParameter = "sobre";

    public SiteReader Reader => Page.Reader;

    public string Path => Page.Item.Path;

    /// <summary>Where one reads what others answered, once something of it is published.</summary>
    public string? Results { get; init; }

    /// <summary>The item it is about, where the page was reached from one.</summary>
    public Guid? About => Guid.TryParse(Query(AboutParameter), out var key) && Reader.Find(key) is not null ? key : null;

    /// <summary>Where its design leads whoever has sent it.</summary>
    public SeenItem? GoTo => Live.Definition.GoToPageOnSubmit is { } page ? Reader.Find(page) : null;

    public string? Query(string parameter) => Http.Request.Query[parameter].ToString() is { Length: > 0 } said ? said : null;
}

/// <summary>Somebody who has pressed a button of a form.</summary>
/// <param name="IsOurs">Did the form come from here, to this browser, not too long ago?</param>
internal sealed record FormStep(FormVisit Visit, PostedForm Posted, FormTicket Ticket, SentForm Sent, FormModel Model, bool IsOurs)
{
    public string Act => Posted[FormModel.StepInput];

    public int Before => Model.Visible.LastOrDefault(page => page < Model.Page, Model.Page);

    /// <summary>The page that follows; null on the last.</summary>
    public int? After => Model.Visible.Cast<int?>().FirstOrDefault(page => page > Model.Page);

    /// <summary>Questions of this page that were not in sight when it was sent, and now are.</summary>
    public ImmutableArray<string> Appeared
    {
        get
        {
            var shown = Posted[FormModel.ShownInput].Split(',').ToHashSet(StringComparer.Ordinal);
            return
            [
                .. from bound in Model.Form.Fields
                   where bound.Page == Model.Page && bound.Kind.TakesAnswers && Model.Filled.IsVisible(bound.Field) && !shown.Contains(bound.Field.Alias)
                   select bound.Field.Alias,
            ];
        }
    }

    public FormModel To(int page) => Model with { Page = page, IsStep = true };

    /// <summary>The first page on which something is wrong; this one where it is wrong with none in particular.</summary>
    public FormModel At(ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> errors)
    {
        var pages = errors.Keys.Select(Model.Form.Find).OfType<BoundField>().Select(bound => bound.Page).Order().ToList();
        return pages.Count == 0 || pages.Contains(Model.Page) ? Model : Model with { Page = pages[0] };
    }
}
