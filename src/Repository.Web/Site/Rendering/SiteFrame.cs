using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Rendering;

/// <summary>What stands around every page of one root in one culture: where one can go, and what is said at the foot. Made once for each state of the content, for every visitor alike.</summary>
internal sealed record SiteFrame(SeenItem Home, ImmutableArray<SeenItem> Sections, ImmutableArray<SeenItem> About, ImmutableArray<SeenLink> FooterLinks, RichText FooterText, string? Description, string? Name)
{
    private const int MostInNavigation = 5;

    /// <summary>What most visitors come for, by what is kept there.</summary>
    private static readonly string[] Sought = ["practice", "outreachMaterial", "sentenceInfographic", "actionPlan", "municipality"];

    public required ImmutableArray<SeenItem> Navigation { get; init; }

    public static SiteFrame? Of(SiteReader reader, Guid? root)
    {
        var home = root is { } key && reader.Find(key) is { } own ? own : Routing.Roots(reader.Snapshot).Select(reader.See).FirstOrDefault();
        return home is null ? null : reader.View.Kept.Get(home.Item.Key.ToString(), (reader, home), static made => Made(made.reader with { Chosen = null }, made.home));
    }

    private static SiteFrame Made(SiteReader reader, SeenItem home)
    {
        var values = reader.Values(home);
        var below = reader.Seen(reader.View.Children(home.Item.Key)).Where(section => section.Type == "section" && reader.Values(section).Flag("umbracoNaviHide") is not true);
        SeenItem[] sections = [.. below];
        var sought = Sought.Select(type => Pages.Sections.Of(reader, type)).OfType<SeenItem>().Where(section => sections.Any(own => own.Path == section.Path));
        return new SiteFrame(home, [.. sections], [.. reader.Seen(reader.View.OfType("page")).Where(page => page.Item.Level == 3 && reader.Values(page).Flag("umbracoNaviHide") is not true)], [.. values.Links("footerLinks")], values.Rich("footerText"), values.Text("siteDescription"), values.Text("seoTitle"))
        {
            Navigation = [.. sought.Concat(sections).DistinctBy(section => section.Path).Take(MostInNavigation)],
        };
    }
}
