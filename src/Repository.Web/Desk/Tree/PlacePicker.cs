using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.Tree;

/// <summary>Chooses a place for items, step by step down the tree or by searching for its name. Works by links alone.</summary>
internal sealed record PlacePicker
{
    private const int MostShown = 100;
    private const int MostFound = 20;

    /// <summary>The place looked at; null for the root.</summary>
    public required DraftEntry? Here { get; init; }

    /// <summary>The way to it, itself not among them; a name of null is the root.</summary>
    public required ImmutableArray<PlaceLink> Way { get; init; }
    public required ImmutableArray<PlaceLink> Branches { get; init; }
    public required ImmutableArray<PlaceLink> Found { get; init; }
    public required string Sought { get; init; }

    /// <summary>The text of why the items cannot stand here, with what it names; null when they can.</summary>
    public required (string Key, string Name)? Refusal { get; init; }
    public required ListAddress Address { get; init; }

    public string Field => Here?.Key.ToString("n") ?? "root";

    public static PlacePicker Of(DraftReader reader, Deed deed, IReadOnlyList<DraftEntry> entries, ListAddress address)
    {
        var (catalogue, kind) = (reader.Catalogue, entries[0].Item.Kind);
        var start = entries[0].Item.Trashed ? catalogue.Children(kind, null).FirstOrDefault()?.Key : entries[0].Item.ParentKey;
        Guid? at = address["to"] switch { "root" => null, var text when Guid.TryParse(text, out var key) => key, _ => start };
        var here = at is { } own && catalogue.Find(own) is { Item: { Trashed: false } item } entry && item.Kind == kind ? entry : null;
        var moving = entries.Select(one => one.Key).ToHashSet();
        var sought = address["find"];
        return new PlacePicker
        {
            Here = here,
            Way = here is null ? [] : [new PlaceLink(null, address.With("to", "root").Without("find").Here, ""), .. catalogue.Ancestors(here.Key).Select(Link)],
            Branches = [.. catalogue.Children(kind, here?.Key).Where(Holds).Take(MostShown).Select(Link)],
            Found = sought.Length == 0 ? [] : [.. new DraftQuery(kind, null) { Text = sought, Sort = DraftSort.Name }.In(catalogue).Where(Holds).Take(MostFound).Select(Link)],
            Sought = sought,
            Refusal = Refuse(reader, deed, entries, here, kind),
            Address = address,
        };

        bool Holds(DraftEntry place) => !(deed != Deed.Copy && moving.Contains(place.Key)) && reader.Type(place) is { AllowedChildren.IsEmpty: false };

        PlaceLink Link(DraftEntry place) => new(place.Name, address.With("to", place.Key.ToString("n")).Without("find").Here, reader.Path(place));
    }

    private static (string, string)? Refuse(DraftReader reader, Deed deed, IReadOnlyList<DraftEntry> entries, DraftEntry? here, ItemKind kind)
    {
        if (!reader.May(deed.Act == Act.Write ? Act.Write : Act.Arrange, kind, here?.Key)) return ("Place.Forbidden", "");
        if (deed == Deed.Move && here is not null && entries.Any(entry => reader.Catalogue.Lineage(here.Key).Contains(entry.Key))) return ("Place.Within", "");
        if (deed == Deed.Move && entries.All(entry => entry.Item.ParentKey == here?.Key)) return ("Place.Already", "");
        var holder = here is null ? null : reader.Type(here);
        foreach (var entry in entries)
        {
            if (reader.Type(entry) is not { } type) return ("Place.NotHere", reader.TypeName(entry));
            if (here is null ? !type.AllowedAtRoot : holder?.AllowedChildren.Contains(type.Key) != true) return ("Place.NotHere", type.Name);
        }

        return null;
    }
}

/// <param name="Name">Null for the root.</param>
internal sealed record PlaceLink(string? Name, string Address, string Path);
