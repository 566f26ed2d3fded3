using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Tests.Forms;

/// <summary>Forms and submissions in the words of the tests.</summary>
internal static class AForm
{
    public static readonly FormDraft Draft = new("prueba");

    public static readonly FormPlaces Places = new([new FormPlace("20067", "Oaxaca de Juárez", "centralValleys"), new FormPlace("20184", "San Juan Bautista Tuxtepec", "papaloapan")]);

    public static FormDefinition Definition(params FormField[] fields) => OfPages(FormDraft.Page("Única", Draft.Set("todo", "", fields)));

    public static FormDefinition OfPages(params FormPage[] pages) => new() { Key = Draft.Key, Alias = "prueba", Name = "Prueba", Pages = [.. pages] };

    public static Form Of(params FormField[] fields) => Compiled(Definition(fields));

    public static Form Compiled(FormDefinition definition) => Form.Compile(definition) switch
    {
        FormCompilation.Built built => built.Form,
        FormCompilation.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
        _ => throw new InvalidOperationException(),
    };

    public static IReadOnlyList<FormProblem> Problems(FormDefinition definition) => Form.Compile(definition) is FormCompilation.Refused refused ? refused.Problems : [];

    public static FormField Text(string alias, bool required = false) => Draft.Field(FieldKinds.ShortAnswer, alias, $"Pregunta {alias}", required);

    public static FormField Choice(string alias, params string[] options) => Draft.Field(FieldKinds.SingleChoice, alias, $"Pregunta {alias}").Choices(options.Select(option => new PreValue(option, option.ToUpperInvariant())));

    public static Submission Sent(params (string Alias, string Text)[] texts) =>
        new(texts.GroupBy(text => text.Alias).Select(same => KeyValuePair.Create(same.Key, FieldInput.Of([.. same.Select(text => text.Text)]))));

    public static Answers Accepted(this Form form, params (string Alias, string Text)[] texts) =>
        Assert.IsType<SubmissionResult.Accepted>(form.Fill(Sent(texts), Places).Result()).Answers;

    /// <summary>What is wrong, by alias, in Spanish.</summary>
    public static IReadOnlyDictionary<string, string> Errors(this Form form, params (string Alias, string Text)[] texts) => form.Errors(Sent(texts));

    public static IReadOnlyDictionary<string, string> Errors(this Form form, Submission submission) => form.Fill(submission, Places).Result() switch
    {
        SubmissionResult.Refused refused => refused.Errors.ToDictionary(error => error.Key, error => string.Join(' ', error.Value.Select(message => message.Spanish))),
        _ => new Dictionary<string, string>(),
    };
}
