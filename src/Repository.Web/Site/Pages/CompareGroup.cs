using System.Collections.Immutable;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>Rows of a comparison that belong together.</summary>
/// <param name="Heading">The key of their heading.</param>
internal sealed record CompareGroup(string Heading, ImmutableArray<CompareRow> Rows)
{
    /// <summary>What is compared, in the order of the questions people ask. Aliases are fields; those with a capital are told in a way of their own.</summary>
    private static readonly (string Heading, string[] Rows)[] Told =
    [
        ("Compare.Place", ["Distance", "region", "municipalities", "Population", "Regime", "scope", "peoples", "languages", "communityForms", "governanceRegime", "themes", "status", "startDate"]),
        ("Compare.Effort", ["Needs", "Costs", "startupTime", "complexity", "volunteers", "tequiosPerYear", "paidStaff", "whatNotToCopy"]),
        ("Compare.Parameters", ["monitoringOwner", "monitoringFrequency", "Indicators", "ownershipHolder", "ownershipSuccession", "replicability", "scalingPaths", "scalingLimit"]),
        ("Compare.Trust", ["principles", "sheetKind", "validationState", "confidence", "Sources"]),
    ];

    /// <summary>What none of the practices tells is left out.</summary>
    public static IEnumerable<CompareGroup> All(IReadOnlyList<ItemValues> practices) =>
        from told in Told
        let rows = told.Rows.Select(row => CompareRow.Of(row, practices)).OfType<CompareRow>().ToImmutableArray()
        where rows.Length > 0
        select new CompareGroup(told.Heading, rows);
}

/// <summary>One thing that is told of each practice; null where it is not.</summary>
/// <param name="Silence">The key of what is said where nothing is told.</param>
internal sealed record CompareRow(string Label, string? LabelLang, ImmutableArray<Field?> Cells, string Silence)
{
    /// <summary>What only practices have that happen in a place.</summary>
    private static readonly string[] OfPlaces = ["Distance", "municipalities", "Population", "Regime"];

    public bool Differs => Cells.Select(cell => cell is null ? "" : FieldText.Of(cell.Value)).Distinct(StringComparer.Ordinal).Count() > 1;

    public static CompareRow? Of(string name, IReadOnlyList<ItemValues> practices)
    {
        ImmutableArray<Field?> cells = [.. practices.Select(practice => char.IsUpper(name[0]) ? OwnField(name, practice) : Fields.Of(practice, name).SingleOrDefault())];
        return cells.OfType<Field>().FirstOrDefault() is { } first ? new CompareRow(first.Label, first.LabelLang, cells, OfPlaces.Contains(name) ? "Compare.Placeless" : "Compare.Silent") : null;
    }

    private static Field? OwnField(string name, ItemValues practice)
    {
        var texts = practice.Reader.Texts;
        IEnumerable<string?> lines = name switch
        {
            "Distance" => [practice.Reader.Chosen?.DistanceKm(practice.Reader.View, practice.Seen.Item) is { } far ? DistanceWords.Of(far, texts) : null],
            "Population" => from municipality in Municipalities(practice) let people = municipality.Text("population") where people is not null select texts["Compare.People", municipality.Seen.Name, people].Value,
            "Regime" => Municipalities(practice).SelectMany(municipality => municipality.Picks("governanceRegime")).Select(regime => regime.Name).Distinct(),
            "Needs" => Needs(practice),
            "Costs" => practice.Blocks("costs").Select(Cost),
            "Indicators" => practice.Blocks("indicators").Select(indicator => indicator.Text("displayName")),
            _ => practice.Blocks("sources").Select(source => source.Text("title")),
        };
        string[] told = [.. lines.OfType<string>()];
        return told.Length == 0 ? null : new Field(name, texts[$"Compare.{name}"], null, told.Length == 1 ? new TextField([told[0]]) : new ListField([.. told]), practice.Lang);
    }

    private static IEnumerable<ItemValues> Municipalities(ItemValues practice) => practice.Picks("municipalities").Select(practice.Reader.Values);

    /// <summary>What others would need: requirements or, where nobody wrote these, conditions, or at least a list.</summary>
    private static IEnumerable<string?> Needs(ItemValues practice) =>
        practice.Blocks("requirements") is { Count: > 0 } requirements ? requirements.Select(requirement => requirement.Text("description"))
        : practice.Blocks("replicaConditions") is { Count: > 0 } conditions ? conditions.Select(condition => condition.Text("condition"))
        : practice.Lines("replicationNeeds");

    private static string? Cost(BlockValues cost)
    {
        if (cost.Text("concept") is not { } concept) return null;
        var amount = string.Join('–', ((string?[])[cost.Text("amount"), cost.Text("amountMax")]).OfType<string>());
        return amount.Length == 0 ? concept : cost.Reader.Texts["Compare.Cost", concept, $"{amount} {cost.Text("unit")}".TrimEnd()];
    }
}
