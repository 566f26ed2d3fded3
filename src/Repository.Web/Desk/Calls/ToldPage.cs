using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;

namespace Repository.Web.Desk.Calls;

/// <summary>A page of a form with what was answered on it, in words.</summary>
internal sealed record ToldPage(string Caption, ImmutableArray<ToldAnswer> Answers)
{
    public static IEnumerable<ToldPage> Of(FormDefinition definition, FormEntry entry, string address, Func<string, string?> place) =>
        from page in definition.Pages
        let fields = from fieldset in page.Fieldsets from column in fieldset.Columns from field in column.Fields select (Set: fieldset.Caption, Field: field)
        let answers = fields.Where(asked => asked.Field.Type != FieldKinds.Heading.Id).Select(asked => Told(asked.Set, asked.Field, entry, address, place)).Where(told => !told.IsEmpty).ToImmutableArray()
        where !answers.IsEmpty
        select new ToldPage(page.Caption, answers);

    private static ToldAnswer Told(string set, FormField field, FormEntry entry, string address, Func<string, string?> place) => new(
        set.Length == 0 ? field.Caption : $"{set}: {field.Caption}",
        field.Type == FieldKinds.FileUpload.Id ? [] : [.. entry.Answers[field.Alias].Select(text => Worded(field, text, place))],
        [.. entry.Files.Where(file => file.Alias == field.Alias).Select(file => (file.Name, $"{address}/files/{file.Key:d}", file.Length))])
    {
        IsYes = field.Type == FieldKinds.DataConsent.Id || field.Type == FieldKinds.Checkbox.Id,
    };

    /// <summary>What a code stands for; of a matrix, the row and its mark.</summary>
    private static string Worded(FormField field, string text, Func<string, string?> place)
    {
        if (field.Type == FieldKinds.Municipality.Id) return place(text) is { } name ? $"{name} ({text})" : text;
        if (field.PreValues.FirstOrDefault(option => option.Value == text) is { } chosen) return chosen.Caption;
        return text.Split('=', 2) is [var row, var mark] && field.PreValues.FirstOrDefault(option => option.Value == row) is { } asked ? $"{asked.Caption}: {mark}" : text;
    }
}

/// <summary>A question and its answer.</summary>
internal sealed record ToldAnswer(string Question, ImmutableArray<string> Texts, ImmutableArray<(string Name, string Address, long Length)> Files)
{
    /// <summary>Is it a box that was ticked?</summary>
    public bool IsYes { get; init; }

    public bool IsEmpty => Texts.IsEmpty && Files.IsEmpty;
}
