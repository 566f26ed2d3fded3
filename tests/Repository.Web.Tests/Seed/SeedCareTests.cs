using System.Buffers.Binary;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Web.Operations;
using Repository.Web.Seed;

namespace Repository.Web.Tests.Seed;

/// <summary>What is doubtful says so, what was promised to the sources is kept, and everything leads somewhere.</summary>
public sealed class SeedCareTests
{
    [Fact]
    public void every_practice_is_documentary_awaits_its_community_and_names_its_sources()
    {
        Assert.All(TheSeed.Of("practice"), practice =>
        {
            Assert.Equal("documentary", TermKey(practice, "sheetKind"));
            Assert.Equal("pendingCommunityValidation", TermKey(practice, "validationState"));
            Assert.NotNull(practice.Content.Value("sources"));
            Assert.NotNull(practice.Content.Value("confidence"));
            Assert.Contains("incompleteSource", TermKeys(practice, "dataQualityFlags"));
        });
    }

    [Fact]
    public void every_ruling_is_documentary_awaits_a_lawyer_and_says_what_is_not_certain()
    {
        var doubts = Rulings.ToDictionary(ruling => ruling["id"], ruling => ruling.Texts("por_verificar"));

        Assert.All(TheSeed.Of("sentenceInfographic"), ruling =>
        {
            Assert.Equal("documentary", TermKey(ruling, "sheetKind"));
            Assert.Equal("pendingLegalReview", TermKey(ruling, "validationState"));
            Assert.NotNull(ruling.Content.Value("sources"));
            Assert.NotNull(ruling.Content.Value("confidence"));
            Assert.Contains("toVerify", TermKeys(ruling, "dataQualityFlags"));
            Assert.All(doubts[ruling.Content.Value("sourceId")!], doubt => Assert.Contains(doubt, ruling.Content.Value("verificationNotes"), StringComparison.Ordinal));
        });
    }

    [Fact]
    public void every_ruling_can_be_read_without_seeing_its_infographic_and_says_whose_it_is()
    {
        string[] inWords = ["altText", "textEquivalent", "easyRead"];
        string[] ofItsMaking = ["credit", "licence", "files", "preview"];

        Assert.All(TheSeed.Of("sentenceInfographic"), ruling =>
        {
            Assert.All(inWords, alias => Assert.False(string.IsNullOrEmpty(ruling.Content.Value(alias, "es-MX")), alias));
            Assert.All(ofItsMaking, alias => Assert.False(string.IsNullOrEmpty(ruling.Content.Value(alias)), alias));
        });
    }

    [Fact]
    public void the_files_of_an_infographic_have_an_alternative_text_a_credit_and_a_licence()
    {
        var files = TheSeed.Of("sentenceInfographic").SelectMany(ruling => FilesOf(ruling, "files")).ToList();

        Assert.Equal(2 * 10, files.Distinct().Count());
        Assert.All(files, file => Assert.All(new[] { "altText", "credit", "licence" }, alias => Assert.False(string.IsNullOrEmpty(file.Content.Value(alias)), alias)));
    }

    [Fact]
    public void a_drawing_of_a_ruling_names_the_case_and_can_be_read_on_a_telephone()
    {
        Assert.All(Rulings, ruling =>
        {
            var drawing = new Drawing(PathOf(RulingDrawings.Source(ruling["id"])));
            Assert.Superset(new HashSet<string> { ruling["titulo"], ruling["anio"], ruling["organo"].Replace(",", "", StringComparison.Ordinal) }, drawing.Texts.ToHashSet());
            Assert.Contains(drawing.Texts, text => text.Contains(ruling["numero"], StringComparison.Ordinal));
            Assert.Equal(ruling["titulo"], drawing.Title);
            Assert.NotEmpty(drawing.Description);
            Assert.All(drawing.LetterSizes, size => Assert.InRange(size, 50, 150));
        });
    }

    [Fact]
    public void the_picture_of_a_ruling_is_1600_wide_and_as_tall_as_its_drawing()
    {
        Assert.All(Rulings, ruling =>
        {
            var drawing = new Drawing(PathOf(RulingDrawings.Source(ruling["id"])));
            // A PNG begins with its signature and the header's length and name; then come width and height.
            var header = File.ReadAllBytes(PathOf(RulingDrawings.Picture(ruling["id"]))).AsSpan(16, 8);
            Assert.Equal((1600, drawing.Height), (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..])));
            Assert.Equal(1600, drawing.Width);
        });
    }

    [Fact]
    public void a_case_called_after_a_person_is_called_so_in_its_official_title_alone()
    {
        var validation = Installation.ValidationOf(TheSeed.Schema);
        var names = Rulings.Where(ruling => ruling["tipo"] == "sentencia internacional").Select(ruling => ruling["titulo_oficial"].Split(' ')[1]).ToList();

        var texts = TheSeed.Of("sentenceInfographic")
            .SelectMany(ruling => validation.Read(validation.TypeOf(ruling.Item), ruling.Content).Values)
            .Where(value => value.Property.Alias != "officialTitle")
            .SelectMany(value => value.Reading.SearchTexts)
            .Select(text => text.Text)
            .ToList();

        Assert.Equal(2, names.Count);
        Assert.All(names, name => Assert.DoesNotContain(texts, text => text.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void every_commitment_whose_source_contradicts_itself_is_flagged_and_says_how()
    {
        var inconsistencies = Plans.All.SelectMany(plan => TheSeed.Facts.Document(plan.File).Facts("compromisos")).ToDictionary(commitment => commitment["id"], commitment => commitment.Texts("inconsistencias"));

        Assert.All(TheSeed.Of("commitment"), commitment =>
        {
            var doubts = inconsistencies[commitment.Content.Value("sourceId")!];
            Assert.Equal(doubts.Count > 0, TermKeys(commitment, "dataQualityFlags").Contains("sourceInconsistency"));
            Assert.All(doubts, doubt => Assert.Contains(doubt, commitment.Content.Value("verificationNotes"), StringComparison.Ordinal));
        });
    }

    [Fact]
    public void dates_of_the_oaxacan_plan_are_the_plans_own_words()
    {
        var dates = TheSeed.Facts.Document("pal-oaxaca-2018").Facts("compromisos").SelectMany(commitment => commitment.Facts("actividades")
            .Select(activity => (Id: $"{commitment["id"]}-{activity["codigo"]}".ToLowerInvariant(), Date: activity["fecha_original"])));
        var activities = TheSeed.Of("activity").ToDictionary(activity => activity.Content.Value("sourceId")!);

        Assert.All(dates, date => Assert.Contains(date.Date, Unescaped(activities[date.Id].Content.Value("dueDate")!), StringComparison.Ordinal));
    }

    [Fact]
    public void no_text_of_ours_stands_where_the_sources_own_words_belong() =>
        Assert.DoesNotContain(TheSeed.Values, value => value.Property.Alias is "literalText" or "literalDefinition");

    [Fact]
    public void a_summary_of_a_sheet_has_80_to_600_characters()
    {
        var summaries = TheSeed.Of("practice").SelectMany(practice => practice.Content.Cultures.Select(culture => practice.Content.Value("summary", culture)!));

        Assert.All(summaries, summary => Assert.InRange(summary.Length, 80, 600));
    }

    [Fact]
    public void every_pointer_leads_to_an_item_of_its_kind()
    {
        var pointers = TheSeed.Values.SelectMany(value => value.Value.References.Select(reference => (value.Holder.Content.Names, value.Property.Alias, reference))).ToList();

        Assert.NotEmpty(pointers);
        Assert.All(pointers, pointer => Assert.Equal(
            pointer.reference.Kind == ReferenceKind.Media ? ItemKind.Media : ItemKind.Document,
            TheSeed.Items.GetValueOrDefault(pointer.reference.Key)?.Item.Kind));
    }

    [Fact]
    public void every_picker_starts_at_an_item_of_the_seed()
    {
        var starts = TheSeed.Schema.DataTypes.Select(StartNode.Of).OfType<Guid>().Distinct().ToList();

        Assert.NotEmpty(starts);
        Assert.All(starts, start => Assert.Contains(start, TheSeed.Items.Keys));
    }

    [Fact]
    public void whatever_is_picked_lies_below_the_start_of_its_picker()
    {
        var picked = (from value in TheSeed.Values
                      where value.Value is ItemListValue or SingleItemValue
                      let start = StartNode.Of(value.Property.DataType)
                      where start is not null
                      from reference in value.Value.References
                      select (value.Holder.Item.Type, value.Property.Alias, Target: TheSeed.Items[reference.Key], Start: start.Value)).ToList();

        Assert.NotEmpty(picked);
        Assert.All(picked, pick => Assert.Contains(pick.Start, Ancestors(pick.Target)));
    }

    [Fact]
    public void whatever_is_picked_is_of_a_type_its_picker_takes()
    {
        var picked = (from value in TheSeed.Values
                      let types = StartNode.TypesOf(value.Property.DataType)
                      where value.Value is ItemListValue && types.Count > 0
                      from reference in value.Value.References
                      select (value.Property.Alias, Type: TheSeed.Schema.DocumentType(TheSeed.Items[reference.Key].Item.Type)!.Key, types)).ToList();

        Assert.NotEmpty(picked);
        Assert.All(picked, pick => Assert.Contains(pick.Type, pick.types));
    }

    [Fact]
    public void no_two_siblings_share_an_address()
    {
        var addresses = TheSeed.Content.Items
            .Where(item => item.Item.Kind == ItemKind.Document)
            .SelectMany(item => item.Content.Cultures.Select(culture => (item.Item.ParentKey, culture, Segment: UrlSegment.Of(item.Item.Key, item.Content, culture))));

        Assert.All(addresses.GroupBy(address => address), same => Assert.Single(same));
    }

    private static IEnumerable<Fact> Rulings => TheSeed.Facts.Document("sentencias").Facts("sentencias");

    private static string PathOf(string file) => Path.Combine(TheSeed.MediaPath, TheSeed.Content.Media[file].Path);

    private static IEnumerable<StoredItem> FilesOf(StoredItem item, string alias) => TheSeed.Values
        .Where(value => value.Holder == item && value.Property.Alias == alias)
        .SelectMany(value => value.Value.References)
        .Where(reference => reference.Kind == ReferenceKind.Media)
        .Select(reference => TheSeed.Items[reference.Key]);

    private static IEnumerable<Guid> Ancestors(StoredItem item)
    {
        for (var parent = item.Item.ParentKey; parent is { } key; parent = TheSeed.Items[key].Item.ParentKey) yield return key;
    }

    private static string TermKey(StoredItem item, string alias) => Assert.Single(TermKeys(item, alias));

    private static IReadOnlyList<string> TermKeys(StoredItem item, string alias) => [.. TheSeed.Values
        .Where(value => value.Holder == item && value.Property.Alias == alias)
        .SelectMany(value => value.Value.References)
        .Select(reference => TheSeed.Items[reference.Key].Content.Value("key")!)];

    private static string Unescaped(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("literal").GetString()!;
}
