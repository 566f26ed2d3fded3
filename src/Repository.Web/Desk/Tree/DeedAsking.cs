using System.Collections.Immutable;
using Repository.Core.Drafts;

namespace Repository.Web.Desk.Tree;

/// <summary>The page that asks before something is done to items: what it is, to which, and what else it touches.</summary>
internal sealed record DeedAsking(Deed Deed, DraftReader Reader, ImmutableArray<DraftEntry> Entries, IReadOnlyList<DraftEntry> Users, PlacePicker? Place, string Return, string Token)
{
    public const int MostItems = 200;
    private const int MostUsers = 20;

    public IEnumerable<DraftEntry> NamedUsers => Users.Take(MostUsers);

    public int MoreUsers => Math.Max(0, Users.Count - MostUsers);

    public int Below(DraftEntry entry) => Reader.Catalogue.Below(entry.Item.Kind, entry.Key).Count();

    /// <summary>Can it be done at all as things stand?</summary>
    public bool IsPossible => Place is not { Refusal: not null };

    public string Origin(DraftEntry entry) => entry.Item.TrashedFrom is { } from && Reader.Catalogue.Find(from) is { Item.Trashed: false } origin
        ? string.Join(" › ", Reader.Catalogue.Ancestors(from).Append(origin).Select(place => place.Name))
        : "";
}
