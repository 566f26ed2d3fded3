using System.Collections.Frozen;

namespace Repository.Core.Workflow;

/// <summary>Who may do what, and where. The one place where this is decided. Pure.</summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Act>> Allowed = new Dictionary<Role, Act[]>
    {
        [Role.Systematiser] = [Act.Read, Act.Write, Act.Translate],
        [Role.Reviewer] = [Act.Read, Act.Write, Act.Review],
        [Role.Publisher] = [Act.Read, Act.Write, Act.Translate, Act.Review, Act.Publish, Act.Arrange, Act.Discard, Act.BuildForms, Act.ReadEntries, Act.Convene],
        [Role.Translator] = [Act.Read, Act.Translate],
        [Role.Communicator] = [Act.Read, Act.Write, Act.Translate],
        [Role.Evaluator] = [Act.Evaluate],
        [Role.Administrator] = Enum.GetValues<Act>(),
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());

    /// <summary>Acts that are about the installation: to hold them for a section would mean nothing.</summary>
    private static readonly FrozenSet<Act> OfTheWhole = [Act.ManageUsers, Act.ManageSettings, Act.BuildForms, Act.ReadEntries, Act.ExportEntries, Act.EraseEntries];

    public static IReadOnlySet<Act> Of(Role role) => Allowed[role];

    /// <param name="lineage">The item's own key and those of its ancestors, in any order; empty for the root of everything and for the installation itself.</param>
    public static bool May(Person person, Act act, IReadOnlyCollection<Guid> lineage) =>
        person.Grants.Any(grant => Allowed[grant.Role].Contains(act) && Reaches(grant, act, lineage));

    /// <summary>Is there any place where a person may do this? Files belong to no section: whoever writes somewhere may bring and describe them.</summary>
    public static bool MaySomewhere(Person person, Act act) =>
        person.Grants.Any(grant => Allowed[grant.Role].Contains(act) && (grant.Section is null || !OfTheWhole.Contains(act)));

    private static bool Reaches(Grant grant, Act act, IReadOnlyCollection<Guid> lineage) =>
        grant.Section is not { } section || (!OfTheWhole.Contains(act) && (act == Act.Read || lineage.Contains(section)));
}
