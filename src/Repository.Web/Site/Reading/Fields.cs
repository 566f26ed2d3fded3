using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Web.Site.Reading;

/// <summary>The filled-in properties of an item or block, each told in the way its editor calls for. What serves editors and machines only is not among them.</summary>
internal static class Fields
{
    private const string EdtfDate = "Repository.EdtfDate";
    private const string Duration = "Repository.Duration";
    private const string EmailAddress = "Umbraco.EmailAddress";

    /// <summary>What a page already says in another place, or what nobody reads a page for.</summary>
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal,
        "umbracoUrlName", "umbracoNaviHide", "seoTitle", "seoDescription", "socialImage", "translationNote", "sourceId", "changeNote", "sheetKind", "emptyMessage", "key", "fileHash");

    /// <summary>Numbers that count nothing.</summary>
    private static readonly FrozenSet<string> Ordinals = FrozenSet.Create(StringComparer.Ordinal, "year", "censusYear", "number", "sourceNumber");

    /// <summary>What names a block best.</summary>
    private static readonly string[] Titles = ["title", "displayName", "heading", "label", "claim", "concept", "norm", "event"];

    /// <summary>The named properties that are filled in, in that order.</summary>
    public static IReadOnlyList<Field> Of(Values values, params ReadOnlySpan<string> aliases)
    {
        var fields = new List<Field>();
        foreach (var alias in aliases)
        {
            if (values.Type.Property(alias) is { } property && Of(values, property) is { } field) fields.Add(field);
        }

        return fields;
    }

    /// <summary>All that are filled in, but for some that the page tells elsewhere.</summary>
    public static IReadOnlyList<Field> Except(Values values, params IReadOnlyCollection<string> elsewhere) =>
        [.. values.Type.Properties.Where(property => !Silent.Contains(property.Alias) && !elsewhere.Contains(property.Alias)).Select(property => Of(values, property)).OfType<Field>()];

    private static Field? Of(Values values, PropertyType property) => ValueOf(values, property) is { } value
        ? new Field(property.Alias, property.Name, values.Reader.ForeignTo(values.Reader.DefaultCulture), value, values.Lang)
        : null;

    private static FieldValue? ValueOf(Values values, PropertyType property) => values[property.Alias] switch
    {
        TextValue text when property.DataType.EditorAlias == EmailAddress => new LinksField([new SeenLink(text.Text, $"mailto:{text.Text}", null)]),
        TextValue text => TextOf(text.Text, property, values.Reader),
        NumberValue => new TextField([Ordinals.Contains(property.Alias) ? values.Ordinal(property.Alias)! : values.Text(property.Alias)!]),
        BooleanValue flag => new TextField([values.Reader.Texts[flag.Value ? "Value.Yes" : "Value.No"]]),
        TextListValue texts => new ListField(texts.Texts),
        SingleItemValue or ItemListValue when values.Picks(property.Alias) is { Count: > 0 } items => new ItemsField(items),
        MediaListValue or ItemListValue when values.Media(property.Alias) is { Count: > 0 } media => new MediaField(media),
        LinkListValue when values.Links(property.Alias) is { Count: > 0 } links => new LinksField(links),
        RichTextValue when values.Rich(property.Alias) is { IsEmpty: false } text => new RichField(text),
        BlockListValue when values.Blocks(property.Alias) is { Count: > 0 } blocks => new BlocksField([.. blocks.Select(Of)]),
        JsonValue json => JsonOf(json, values, property),
        _ => null,
    };

    public static BlockFields Of(BlockValues block)
    {
        var title = Titles.FirstOrDefault(alias => block.Text(alias) is not null);
        return new BlockFields(title is null ? null : block.Text(title), Except(block, title is null ? [] : [title]));
    }

    private static TextField TextOf(string text, PropertyType property, SiteReader reader) => (property.DataType.EditorAlias, property.DataType.EditorUiAlias) switch
    {
        (_, EdtfDate) or ("Umbraco.DateOnly" or "Umbraco.DateTime" or "Umbraco.DateTimeWithTimeZone", _) => new TextField([DateWords.Of(text, reader.Texts)]),
        (_, Duration) => new TextField([DateWords.Length(text, reader.Texts)]),
        _ => new TextField(Paragraphs(text)),
    };

    /// <summary>Lines of a text area are paragraphs.</summary>
    public static ImmutableArray<string> Paragraphs(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static TextField? JsonOf(JsonValue json, Values values, PropertyType property)
    {
        if (values.Due(property.Alias) is { } due) return new TextField([due.Literal]);
        if (StoredJson.Parse(json.Json) is not { ValueKind: JsonValueKind.Object } root) return null;
        if (root.TryGetProperty("lat", out var latitude) && root.TryGetProperty("lon", out var longitude)) return new TextField([$"{latitude.GetRawText()}, {longitude.GetRawText()}"]);
        if (root.TryGetProperty("minimum", out var least) && root.TryGetProperty("maximum", out var most)) return new TextField([values.Reader.Texts["Value.Range", least.GetRawText(), most.GetRawText()]]);
        return root.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String ? new TextField([label.GetString()!]) : null;
    }
}
