using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Web.Live;

namespace Repository.Web.Desk.Users;

/// <summary>What roles can be given, and where: everywhere, or in a section of the tree. Nothing else that a form brings is taken.</summary>
internal sealed record RoleChoices(ImmutableArray<(Guid Key, string Name)> Sections, ImmutableArray<Grant> Chosen)
{
    public const string Field = "grant";

    /// <summary>Sections the account has already are among them, wherever they are.</summary>
    public static RoleChoices Of(LiveContent live, ImmutableArray<Grant> chosen)
    {
        var snapshot = live.Current;
        var culture = snapshot.Schema.DefaultLanguage.Tag;
        var view = snapshot.View(ItemKind.Document, culture);
        var sections = Routing.Roots(snapshot).SelectMany(root => view.Page(view.Children(root.Key), [], 0, int.MaxValue)).Select(item => (item.Key, NameOf(item, culture)));
        var others = chosen.Select(grant => grant.Section).OfType<Guid>().Select(key => (key, snapshot.Find(key) is { } item ? NameOf(item, culture) : key.ToString("d")));
        return new RoleChoices([.. sections.Concat(others).DistinctBy(section => section.Item1)], chosen);
    }

    public static string Value(Grant grant) => grant.Section is { } section ? $"{grant.Role}/{section:d}" : $"{grant.Role}";

    public bool Has(Role role, Guid? section = null) => Chosen.Contains(new Grant(role, section));

    /// <summary>Whole roles come before those in sections: who has one everywhere needs it nowhere in particular.</summary>
    public ImmutableArray<Grant> Read(StringValues posted)
    {
        var offered = Enum.GetValues<Role>().SelectMany(role => Sections.Select(section => new Grant(role, section.Key)).Prepend(new Grant(role, null))).ToDictionary(Value, StringComparer.Ordinal);
        var grants = posted.OfType<string>().Select(offered.GetValueOrDefault).OfType<Grant>().ToList();
        return [.. grants.Where(grant => grant.Section is null || !grants.Contains(grant with { Section = null }))];
    }

    public string SectionName(Guid key) => Sections.FirstOrDefault(section => section.Key == key).Name ?? key.ToString("d");

    private static string NameOf(PublishedItem item, string culture) => item.In(culture)?.Name ?? item.Cultures[0].Name;
}
