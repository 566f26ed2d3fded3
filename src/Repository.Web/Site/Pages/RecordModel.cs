using Repository.Core.Editors;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Pages;

/// <summary>What the pages of most items have in common: a title with a few sentences, a sheet with what can be told in a line, a body of sections, and where all that comes from.</summary>
internal sealed record RecordModel(ItemValues Values, KindModel Kind, TrustModel Trust)
{
    private const int LongestFact = 90;
    private const int LongTitle = 60;
    private static readonly string[] Summaries = ["summary", "description", "plainDefinition"];

    public SeenItem Item => Values.Seen;

    public bool IsLong => Item.Name.Length > LongTitle;

    /// <summary>In a few sentences; its field is not told again.</summary>
    public string? Summary { get; init; }

    /// <summary>For the sheet at the side.</summary>
    public IReadOnlyList<Field> Facts { get; init; } = [];

    /// <summary>The fields that need room.</summary>
    public IReadOnlyList<Field> Rest { get; init; } = [];

    public IReadOnlyList<View> Body { get; init; } = [];

    /// <summary>What must be known before anything else, beneath the title.</summary>
    public IReadOnlyList<View> Notices { get; init; } = [];

    /// <summary>Is the summary our wording of what a source says? Then the page says so.</summary>
    public bool IsSummaryOurs { get; init; }

    /// <summary>Does the body tell what is in doubt, so that the sources need not?</summary>
    public bool AreDoubtsTold { get; init; }

    /// <summary>The same with some fields for its sheet, in that order; what else would have stood there needs room.</summary>
    public RecordModel WithFacts(params ReadOnlySpan<string> aliases)
    {
        var facts = Fields.Of(Values, aliases);
        return this with { Facts = facts, Rest = [.. Facts.Concat(Rest).Where(field => facts.All(fact => fact.Alias != field.Alias))] };
    }

    /// <param name="elsewhere">Fields that the page tells in a way of its own.</param>
    public static RecordModel Of(ItemRequest request, params IEnumerable<string> elsewhere)
    {
        var values = request.Values;
        var told = Summaries.FirstOrDefault(alias => values[alias] is TextValue);
        var fields = Fields.Except(values, [.. TrustModel.Told, .. elsewhere, told ?? ""]);
        return new RecordModel(values, KindModel.Of(values.Type, request.Reader.Texts), TrustModel.Of(values))
        {
            Summary = told is null ? null : values.Text(told),
            Facts = [.. fields.Where(IsFact)],
            Rest = [.. fields.Where(field => !IsFact(field))],
        };
    }

    private static bool IsFact(Field field) => field.Value is ItemsField { Items.Count: <= 6 } or LinksField { Links.Count: <= 3 } or TextField { Paragraphs: [{ Length: <= LongestFact }] } or ListField { Lines: [{ Length: <= LongestFact }] };
}
