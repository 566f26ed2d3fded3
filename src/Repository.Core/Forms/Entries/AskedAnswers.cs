using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Entries;

/// <summary>What somebody answered, in the words in which they were asked: the pages of their version of the form, with every question that was put to them.</summary>
public static class AskedAnswers
{
    public static ImmutableArray<AskedPage> Of(FormDefinition form, Answers answers, FormPlaces places)
    {
        var filled = Form.Compile(form) is FormCompilation.Built built
            ? built.Form.Fill(new Submission(answers.ByAlias.Select(answer => KeyValuePair.Create(answer.Key, FieldInput.Of(answer.Value)))), places)
            : null;
        return
        [
            .. from page in form.Pages
               let fields = page.Fieldsets.SelectMany(fieldset => fieldset.Columns).SelectMany(column => column.Fields)
               select new AskedPage(page.Caption, [.. fields.Where(field => filled?.IsVisible(field) != false || !answers[field.Alias].IsEmpty).Select(field => Question(field, answers, places))]),
        ];
    }

    private static AskedQuestion Question(FormField field, Answers answers, FormPlaces places) => new(field, [.. Lines(field, answers[field.Alias], places)])
    {
        IsHeading = field.Type == FieldKinds.Heading.Id,
        IsTick = field.Type == FieldKinds.Checkbox.Id || field.Type == FieldKinds.DataConsent.Id,
    };

    private static IEnumerable<AnswerLine> Lines(FormField field, ImmutableArray<string> stored, FormPlaces places) => FieldKinds.Find(field.Type) switch
    {
        RatingMatrix => field.PreValues
            .Select(row => new AnswerLine(row.Caption, Caption(RatingMatrix.Scale(field), RatingMatrix.MarkOf(stored, row.Value))))
            .Where(line => line.Text.Length > 0),
        Ranking => stored.Index().Where(place => place.Item.Length > 0)
            .Select(place => new AnswerLine($"{(place.Index + 1).ToString(CultureInfo.InvariantCulture)}.", Caption(field.PreValues, place.Item))),
        Dropdown or MultipleChoice or SingleChoice => stored.Select(value => new AnswerLine("", Caption(field.PreValues, value))),
        MunicipalityField => stored.Select(key => new AnswerLine("", places.Find(key) is { } place ? $"{place.Name} ({key})" : key)),
        _ => stored.Select(text => new AnswerLine("", text)),
    };

    private static string Caption(ImmutableArray<PreValue> options, string value) => options.FirstOrDefault(option => option.Value == value)?.Caption ?? value;
}

public sealed record AskedPage(string Caption, ImmutableArray<AskedQuestion> Questions);

/// <param name="Lines">None when it was not answered, or not asked.</param>
public sealed record AskedQuestion(FormField Field, ImmutableArray<AnswerLine> Lines)
{
    public bool IsHeading { get; init; }

    public bool IsTick { get; init; }
}

/// <summary>An answer, or one of several: to a row of a matrix, for a place of a ranking.</summary>
public sealed record AnswerLine(string Label, string Text);
