using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Desk.Tree;

namespace Repository.Web.Desk.Settings;

/// <summary>Addresses that items once had, and where they lead today.</summary>
internal sealed record RedirectList(ListAddress Address, ImmutableArray<Redirect> Rows, int Total, int Page)
{
    private const int PageSize = 100;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public static RedirectList Of(HttpRequest request, IReadOnlyList<FormerSegment> former, PublishedSnapshot snapshot)
    {
        var address = ListAddress.Of(request, "q", "page");
        var sought = address["q"];
        var all = former.Reverse().Select(segment => Redirect.Of(segment, snapshot))
            .Where(redirect => sought.Length == 0 || redirect.From.Contains(sought, StringComparison.OrdinalIgnoreCase) || redirect.To?.Contains(sought, StringComparison.OrdinalIgnoreCase) == true).ToList();
        var page = Math.Clamp(int.TryParse(address["page"], out var asked) ? asked : 1, 1, Math.Max(1, (all.Count + PageSize - 1) / PageSize));
        return new RedirectList(address, [.. all.Skip((page - 1) * PageSize).Take(PageSize)], all.Count, page);
    }

    public string PageAddress(int page) => Address.With("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)).Here;
}

/// <param name="To">Null for what is gone: whoever comes by the address is told so.</param>
internal sealed record Redirect(string From, string? To, Guid Item, DateTimeOffset At)
{
    public static Redirect Of(FormerSegment former, PublishedSnapshot snapshot)
    {
        var culture = former.Culture.Length > 0 ? former.Culture : snapshot.Schema.DefaultLanguage.Tag;
        var above = former.ParentKey is { } parent ? PathOf(snapshot.Find(parent), culture) ?? "/…/" : "/";
        return new Redirect($"{above}{former.Segment}/", PathOf(snapshot.Find(former.ItemKey), culture), former.ItemKey, former.At);
    }

    private static string? PathOf(PublishedItem? item, string culture) => item is null ? null : (item.In(culture) ?? item.Cultures[0]).Path is { Length: > 0 } path ? $"{path.TrimEnd('/')}/" : null;
}
