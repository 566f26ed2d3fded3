using System.Collections.Immutable;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Rendering;

/// <summary>A page of the desk with everything around it.</summary>
/// <param name="SignedIn">Whoever is here; null on pages open to all.</param>
internal sealed record DeskLayout(DeskPage Page, SignedIn? SignedIn, string Path, string Token, string Language)
{
    /// <summary>Where one can go, by what one may do.</summary>
    public ImmutableArray<DeskPlace> Places => SignedIn is not { Person: var person } ? [] :
    [
        new("Desk.Home", DeskAddress.Root),
        .. Permissions.MaySomewhere(person, Act.Read) ? [new DeskPlace("Desk.Content", DeskAddress.Content), new DeskPlace("Desk.Media", DeskAddress.Media)] : ImmutableArray<DeskPlace>.Empty,
        .. Permissions.MaySomewhere(person, Act.Review) ? [new DeskPlace("Desk.Review", DeskAddress.Review)] : ImmutableArray<DeskPlace>.Empty,
        .. Permissions.May(person, Act.BuildForms, []) || Permissions.May(person, Act.ReadEntries, []) ? [new DeskPlace("Desk.Forms", DeskAddress.Forms)] : ImmutableArray<DeskPlace>.Empty,
        .. Permissions.MaySomewhere(person, Act.Convene) || Permissions.MaySomewhere(person, Act.Evaluate) ? [new DeskPlace("Desk.Calls", DeskAddress.Calls)] : ImmutableArray<DeskPlace>.Empty,
        .. Permissions.MaySomewhere(person, Act.Read) ? [new DeskPlace("Desk.Translations", DeskAddress.Translations), new DeskPlace("Desk.Calendar", DeskAddress.Calendar)] : ImmutableArray<DeskPlace>.Empty,
        .. Permissions.May(person, Act.ManageUsers, []) ? [new DeskPlace("Desk.Users", DeskAddress.Users)] : ImmutableArray<DeskPlace>.Empty,
        .. Permissions.May(person, Act.ManageSettings, []) ? [new DeskPlace("Desk.Audit", DeskAddress.Audit), new DeskPlace("Desk.Settings", DeskAddress.Settings)] : ImmutableArray<DeskPlace>.Empty,
    ];

    public bool IsHere(DeskPlace place) => Path == place.Address || (place.Address != DeskAddress.Root && Path.StartsWith($"{place.Address}/", StringComparison.Ordinal));
}

internal sealed record DeskPlace(string Name, string Address);
