using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Practices;
using Repository.Core.Tests.Content;

namespace Repository.Core.Tests.Practices;

public sealed class PracticeSheetTests
{
    private const string Spanish = ASchema.Spanish;
    private static readonly PracticeSheet Rules = new();
    private static readonly Guid Kind = Guid.NewGuid();

    [Fact]
    public void a_documentary_sheet_with_its_minimum_may_be_published()
    {
        var sheet = ASheet(new string('a', 80));

        var problems = Check(sheet, "documentary");

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("documentary", 79, false)]
    [InlineData("documentary", 600, true)]
    [InlineData("documentary", 601, false)]
    [InlineData("systematised", 299, false)]
    [InlineData("systematised", 300, true)]
    public void the_summary_has_the_length_its_kind_of_sheet_asks_for(string kind, int length, bool good)
    {
        var sheet = ASheet(new string('a', length));

        var problems = Check(sheet, kind).Where(problem => problem.Field == "summary");

        Assert.Equal(good, !problems.Any());
    }

    [Fact]
    public void a_title_over_120_characters_is_refused()
    {
        var sheet = ASheet(new string('a', 80), new string('t', 121));

        var problems = Check(sheet, "documentary");

        Assert.Equal(new ValueProblem("name", Spanish, "El título puede tener hasta 120 caracteres."), Assert.Single(problems));
    }

    [Theory]
    [InlineData("principles")]
    [InlineData("themes")]
    [InlineData("scope")]
    [InlineData("sources")]
    [InlineData("confidence")]
    [InlineData("validationState")]
    public void each_part_of_the_documentary_minimum_is_asked_for(string alias)
    {
        var sheet = Without(ASheet(new string('a', 80)), alias);

        var problems = Check(sheet, "documentary");

        Assert.Equal(alias, Assert.Single(problems).Field);
    }

    [Fact]
    public void a_systematised_sheet_is_asked_for_what_its_type_has_and_nothing_else()
    {
        var sheet = ASheet(new string('a', 300));

        var problems = Check(sheet, "systematised");

        Assert.Equal(["problem", "actorRoles", "consent"], problems.Select(problem => problem.Field));
    }

    [Fact]
    public void a_sheet_of_a_kind_nobody_knows_is_held_to_the_documentary_minimum()
    {
        var sheet = ASheet(new string('a', 80));

        var problems = Rules.Check(sheet, Spanish, ImmutableDictionary<Guid, string>.Empty);

        Assert.Empty(problems);
    }

    [Fact]
    public void actors_follow_from_the_roles_and_those_without_a_record_are_left_out()
    {
        var (assembly, council) = (Guid.NewGuid(), Guid.NewGuid());
        var roles = new BlockListValue([ARole(assembly), ARole(null), ARole(council), ARole(assembly)]);
        var sheet = ASheet(new string('a', 80));

        var derived = Rules.Derive(WithRoles(sheet, roles));

        Assert.Equal($"umb://document/{assembly:n},umb://document/{council:n}", derived.Value("actors"));
    }

    [Fact]
    public void without_roles_there_are_no_actors()
    {
        var sheet = ASheet(new string('a', 80));

        var derived = Rules.Derive(sheet with { Content = sheet.Content.With("actors", ASchema.Udi(Kind)) });

        Assert.Null(derived.Value("actors"));
    }

    private static List<ValueProblem> Check(ItemReading sheet, string kind) => [.. Rules.Check(sheet, Spanish, new Dictionary<Guid, string> { [Kind] = kind })];

    private static ItemReading ASheet(string summary, string title = "Tequio")
    {
        var type = ASchema.Type("practice") with
        {
            VariesByCulture = true,
            Properties =
            [
                ASchema.Property("summary") with { VariesByCulture = true },
                ASchema.Property("problem") with { VariesByCulture = true },
                .. new[] { "principles", "themes", "scope", "sources", "confidence", "validationState", "consent", "actors", "actorRoles" }.Select(alias => ASchema.Property(alias)),
                ASchema.Property("sheetKind"),
            ],
        };
        var content = new[] { "principles", "themes", "scope", "sources", "confidence", "validationState" }
            .Aggregate(ItemContent.Named(title, Spanish).With("summary", summary, Spanish), (filled, alias) => filled.With(alias, "x"));
        var kind = new PropertyReading(ASchema.Udi(Kind), new SingleItemValue(new ItemReference(ReferenceKind.Document, Kind)));
        return new ItemReading(type, content, [new ValueReading(type.Property("sheetKind")!, "", kind)], []);
    }

    private static ItemReading Without(ItemReading sheet, string alias) => sheet with { Content = sheet.Content.With(alias, "") };

    private static ItemReading WithRoles(ItemReading sheet, BlockListValue roles) =>
        sheet with { Values = sheet.Values.Add(new ValueReading(sheet.Type.Property("actorRoles")!, "", new PropertyReading("{}", roles))) };

    private static Block ARole(Guid? actor)
    {
        DeliveryValue picked = actor is { } key ? new ItemListValue([new ItemReference(ReferenceKind.Document, key)]) : DeliveryValue.Null;
        return new Block(new Element(Guid.NewGuid(), "actorRole", [new ElementProperty("displayName", new TextValue("Asamblea")), new ElementProperty("actor", picked)]), null);
    }
}
