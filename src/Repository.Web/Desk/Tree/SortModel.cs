using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Drafts;

namespace Repository.Web.Desk.Tree;

/// <summary>The children of a section, to be put in another order.</summary>
internal sealed record SortModel(DraftEntry? Section, ItemKind Kind, ImmutableArray<DraftEntry> Children, string Token)
{
    /// <summary>Beyond this one does not sort by hand.</summary>
    public const int MostByHand = 300;

    public bool IsByHand => Children.Length <= MostByHand;

    public IEnumerable<DraftEntry> Shown => IsByHand ? Children : Children.Take(20);

    public string Parent => Section?.Key.ToString("n") ?? "root";

    /// <summary>The order a form asks for: one child a place up or down, all by numbers, or all by a rule. What the form does not name has come meanwhile, so that the use case refuses it.</summary>
    public static IReadOnlyList<Guid> Order(IFormCollection form, ImmutableArray<DraftEntry> children)
    {
        switch (form["by"].ToString())
        {
            case "name":
                return [.. children.OrderBy(child => child.Name, StringComparer.Create(CultureInfo.GetCultureInfo("es-MX"), ignoreCase: true)).Select(child => child.Key)];
            case "created":
                return [.. children.OrderBy(child => child.Item.CreatedAt).Select(child => child.Key)];
            case "changed":
                return [.. children.OrderByDescending(child => child.ChangedAt).Select(child => child.Key)];
        }

        var keys = form["item"].Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty).ToList();
        if (Swap(keys, form["up"], -1) || Swap(keys, form["down"], 1)) return keys;
        var places = form["place"].Select(text => double.TryParse(text, CultureInfo.InvariantCulture, out var place) ? place : double.MaxValue).ToList();
        return [.. keys.Select((key, index) => (Key: key, Place: index < places.Count ? places[index] : double.MaxValue, Index: index)).OrderBy(one => one.Place).ThenBy(one => Math.Sign(one.Place - one.Index - 1)).Select(one => one.Key)];
    }

    private static bool Swap(List<Guid> keys, string? text, int by)
    {
        if (!Guid.TryParse(text, out var key)) return false;
        var from = keys.IndexOf(key);
        var to = from + by;
        if (from >= 0 && to >= 0 && to < keys.Count) (keys[from], keys[to]) = (keys[to], keys[from]);
        return true;
    }
}
