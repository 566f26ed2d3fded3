using Microsoft.AspNetCore.Antiforgery;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Live;

namespace Repository.Web.Desk.Reviewing;

/// <summary>Makes the panel for an item and whoever looks at it. What it hides would be refused; what it offers is decided anew when it is asked for.</summary>
internal sealed class PublishPanels(DeskItems items, PeopleNames people, LiveContent live, IAntiforgery antiforgery)
{
    public static string Action(Guid key) => $"{DeskAddress.Of(key)}/review";

    public static string ReviewAddress(Guid key, string culture) => culture.Length == 0 ? Action(key) : $"{Action(key)}?culture={culture}";

    /// <summary>Null for media, which are public as they are saved, for what lies in the bin, and for what is not there.</summary>
    public async Task<PublishPanel?> OfAsync(HttpContext http, Guid key, string back)
    {
        var item = await items.ReadAsync(key, http.RequestAborted);
        return item is { Item: { Kind: ItemKind.Document, Trashed: false } } ? Of(http, item, await people.OfAsync(http), back) : null;
    }

    public PublishPanel Of(HttpContext http, DeskItem item, DeskPeople names, string back) => new(
        item.Key, item.Item.Version, antiforgery.GetAndStoreTokens(http).RequestToken ?? "", back, [.. item.Cultures.Select(culture => Culture(item, culture, http.Person, names))]);

    private PanelCulture Culture(DeskItem item, string culture, Person person, DeskPeople names)
    {
        var (state, standing, shown) = (item.Trail.State(culture), item.Trail.Standing(culture), item.Shown(culture));
        var (writes, reviews, publishes) = (item.MayWrite(person, culture, items.Schema), item.May(person, Act.Review), item.May(person, Act.Publish));
        var isNew = ReviewRules.Next(state, ReviewStep.Approve) is not null;
        var approved = item.Trail.Approved(culture) is { } revision && revision != shown?.Revision;
        return new PanelCulture(culture, items.LanguageName(culture), state)
        {
            Decision = standing is null ? null : new PanelDecision(names.Name(standing.By), standing.At, standing.Note),
            PublicSince = shown?.At,
            PublicPath = shown is null ? null : PathOf(item.Key, culture),
            IsBehind = shown is not null && state != ReviewState.Published,
            Release = item.Planned(culture, ScheduledAction.Release),
            Expire = item.Planned(culture, ScheduledAction.Expire),
            MaySubmit = writes && ReviewRules.Next(state, ReviewStep.Submit) is not null,
            MayTakeBack = writes && ReviewRules.Next(state, ReviewStep.ReturnToDraft) is not null,
            MayReview = reviews && state is ReviewState.InReview or ReviewState.Approved,
            MayPublish = publishes && approved,
            MayApproveAndPublish = publishes && reviews && isNew,
            MaySchedule = publishes && approved,
            MayPlanEnd = publishes && (shown is not null || item.Planned(culture, ScheduledAction.Release) is not null),
            MayWithdraw = publishes && shown is not null,
        };
    }

    private string? PathOf(Guid key, string culture)
    {
        var current = live.Current;
        return current.Find(key)?.In(culture) is { } here ? Routing.PathOf(current, here) : null;
    }
}
