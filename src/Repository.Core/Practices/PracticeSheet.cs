using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Core.Practices;

/// <summary>
/// What a practice must tell before the public sees it. A documentary sheet is known from public sources and says where from; a systematised
/// one was written with the community and tells everything that makes a practice repeatable. A sheet of any other kind is held to the
/// documentary minimum.
/// </summary>
public sealed class PracticeSheet : IItemRules
{
    private const string Systematised = "systematised";
    private const int LongestTitle = 120;
    private const int LongestSummary = 600;

    private static readonly string[] Minimum = ["summary", "principles", "themes", "scope", "sources", "confidence", "validationState"];

    // The municipality is not among them: the scope stands in its place where there is none. Of the four parts that have levels
    // (monitoring, measuring, ownership, replication) only what every level needs is asked for; the rest raises the level.
    private static readonly string[] Systematic =
    [
        .. Minimum,
        "narrative", "problem", "objective", "principleJustifications", "communityForms", "governanceRegime", "startDate", "status", "statusCheckedOn",
        "actorRoles", "buildingBlocks", "requirements", "monitoringOwner", "monitoringFrequency", "indicators", "ownershipHolder", "replicability",
        "evidence", "outcomes", "failuresAndLessons", "sdgTargets", "consent", "systematisedBy", "fieldMethods", "fieldDate", "validatedByCommunity", "licence",
    ];

    public string Type => "practice";

    public IReadOnlyCollection<string> TermProperties => ["sheetKind"];

    /// <summary>The actors with a record of their own, from the list of roles, so that they can be found and linked.</summary>
    public ItemContent Derive(ItemReading reading)
    {
        if (reading.Type.Property("actors") is null || reading.Type.Property("actorRoles") is null) return reading.Content;
        return reading.Content.With("actors", string.Join(',', Actors(reading.Value("actorRoles")).Select(key => $"umb://document/{key:n}")));
    }

    public IEnumerable<ValueProblem> Check(ItemReading reading, string culture, IReadOnlyDictionary<Guid, string> termKeys)
    {
        var isSystematised = reading.Value("sheetKind").References.Any(kind => termKeys.GetValueOrDefault(kind.Key) == Systematised);
        if (reading.Content.Name(culture) is { Length: > LongestTitle }) yield return new ValueProblem("name", culture, $"El título puede tener hasta {LongestTitle} caracteres.");

        var shortest = isSystematised ? 300 : 80;
        if (reading.Text("summary", culture) is { Length: > 0 } summary && (summary.Length < shortest || summary.Length > LongestSummary))
        {
            yield return new ValueProblem("summary", culture, $"El resumen debe tener entre {shortest} y {LongestSummary} caracteres; tiene {summary.Length}.");
        }

        foreach (var alias in isSystematised ? Systematic : Minimum)
        {
            if (reading.Missing(alias, culture) is { } missing) yield return missing;
        }
    }

    private static IEnumerable<Guid> Actors(DeliveryValue roles) => roles is not BlockListValue list ? [] :
        (from block in list.Blocks
         from property in block.Content.Properties
         where property.Alias == "actor"
         from reference in property.Value.References
         where reference.Kind == ReferenceKind.Document
         select reference.Key).Distinct();
}
