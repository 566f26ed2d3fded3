using System.Collections.Immutable;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Submitting;

/// <summary>A form with what somebody sent: which pages and fields are there for them, and what is wrong with their answers. Made once, asked often.</summary>
public sealed class FilledForm
{
    private readonly Form _form;
    private readonly Submission _submission;
    private readonly Dictionary<Guid, FieldReading> _readings = [];
    private readonly Dictionary<Guid, bool> _shown = [];

    internal FilledForm(Form form, Submission submission, FormPlaces places)
    {
        (_form, _submission) = (form, submission);
        foreach (var bound in form.Fields) _readings[bound.Field.Id] = Read(bound, places);
    }

    /// <summary>The numbers of the pages that are there, from 0.</summary>
    public IEnumerable<int> VisiblePages => Enumerable.Range(0, _form.Definition.Pages.Length).Where(page => Shows(_form.Definition.Pages[page].Condition));

    public bool IsVisible(FormField field) => IsVisible(field.Id);

    public bool Shows(FieldCondition? condition) => condition is null || condition.Shows(ValueOf);

    /// <summary>What a field holds for those who ask it: nothing while it is hidden.</summary>
    public ImmutableArray<string> ValueOf(Guid field) => _readings.TryGetValue(field, out var reading) && IsVisible(field) ? reading.Stored.RemoveAll(text => text.Length == 0) : [];

    /// <summary>What was said of a field as it would be kept, where it can be read; otherwise as it came.</summary>
    public ImmutableArray<string> Said(BoundField bound) =>
        bound.Kind is not FileUpload && _readings[bound.Field.Id] is { Refusal: null } reading ? reading.Stored : _submission[bound.Field.Alias].Texts;

    /// <summary>What is wrong on one page: enough to go on to the next. Strange aliases are told at the end.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> ErrorsOf(int page) => Errors(_form.Fields.Where(bound => bound.Page == page));

    /// <summary>All of it at once: missing answers, wrong ones, and what the form has never asked.</summary>
    public SubmissionResult Result()
    {
        var errors = Errors(_form.Fields);
        // A strange alias may look like a known one once it is cut to what can be repeated: nothing that was told is lost.
        foreach (var (alias, message) in Strangers()) errors = errors.SetItem(alias, [.. errors.GetValueOrDefault(alias, []), message]);
        if (TooMuch() is { } tooMuch) errors = errors.SetItem("", [tooMuch]);
        if (!errors.IsEmpty) return new SubmissionResult.Refused(errors);
        var kept = _form.Fields.Where(bound => IsVisible(bound.Field) && !_readings[bound.Field.Id].Stored.IsEmpty).ToList();
        var answers = kept.ToImmutableSortedDictionary(bound => bound.Field.Alias, bound => _readings[bound.Field.Id].Stored, StringComparer.Ordinal);
        return new SubmissionResult.Accepted(
            new Answers(answers),
            [.. from bound in kept from file in _submission[bound.Field.Alias].Files select new AcceptedFile(bound.Field.Alias, file with { Name = FileUpload.FileTitle(file.Name) })]);
    }

    /// <summary>What a draft keeps: every answer to a visible question that can be read, whether or not it or the form is complete.</summary>
    public Answers Draft() => new(_form.Fields
        .Where(bound => IsVisible(bound.Field) && _readings[bound.Field.Id] is { Stored.IsEmpty: false } reading && (reading.Refusal is null || reading.IsIncomplete))
        .ToImmutableSortedDictionary(bound => bound.Field.Alias, bound => _readings[bound.Field.Id].Stored, StringComparer.Ordinal));

    private FieldReading Read(BoundField bound, FormPlaces places)
    {
        var input = _submission[bound.Field.Alias];
        if (input.Texts.Sum(text => (long)text.Length) > FormLimits.Answers)
        {
            return FieldReading.Refused(
                [],
                $"La respuesta de {FieldMessage.Name(bound.Field)} es demasiado larga.",
                $"The answer to {FieldMessage.Name(bound.Field)} is too long.");
        }

        if (bound.Kind is not FileUpload && !input.Files.IsEmpty)
        {
            return FieldReading.Refused([], $"{FieldMessage.Name(bound.Field)} no recibe archivos.", $"{FieldMessage.Name(bound.Field)} takes no files.");
        }

        var reading = bound.Kind.Read(bound.Field, input, places);
        if (reading.Refusal is not null || bound.Pattern is null || reading.Stored.All(bound.Pattern.IsMatch)) return reading;
        var own = bound.Field.PatternInvalidErrorMessage;
        var name = FieldMessage.Name(bound.Field);
        var usual = new FieldMessage($"Lo que escribiste en {name} no tiene la forma que se pide.", $"{name} does not have the form that is asked for.");
        return reading with { Refusal = own.Length > 0 ? FieldMessage.Own(own) : usual };
    }

    private bool IsVisible(Guid field)
    {
        if (_shown.TryGetValue(field, out var known)) return known;
        // The definition has been checked: no field asks itself, by whatever way.
        return _shown[field] = _form.Find(field) is { } bound && bound.Chain.All(condition => condition.Shows(ValueOf));
    }

    private ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> Errors(IEnumerable<BoundField> fields) => fields
        .Where(bound => IsVisible(bound.Field))
        .Select(bound => (bound.Field, Error: ErrorOf(bound)))
        .Where(found => found.Error is not null)
        .ToImmutableSortedDictionary(found => found.Field.Alias, found => ImmutableArray.Create(found.Error!), StringComparer.Ordinal);

    private FieldMessage? ErrorOf(BoundField bound)
    {
        var (field, reading) = (bound.Field, _readings[bound.Field.Id]);
        if (reading.Refusal is { } refusal) return refusal;
        if (!field.Required || !reading.Stored.IsEmpty) return null;
        return field.RequiredErrorMessage.Length > 0 ? FieldMessage.Own(field.RequiredErrorMessage) : Missing(bound.Kind, FieldMessage.Name(field));
    }

    private static FieldMessage Missing(IFieldKind kind, string name) => kind switch
    {
        Tick => new($"Falta marcar {name}.", $"{name} has not been ticked.") { Beside = new("Falta marcar esta casilla.", "This box has not been ticked.") },
        FileUpload => new($"Falta adjuntar un archivo en {name}.", $"{name} has no file yet.") { Beside = new("Falta adjuntar un archivo.", "There is no file yet.") },
        _ => new($"Falta responder {name}.", $"{name} has not been answered.") { Beside = new("Falta responder esta pregunta.", "This question has not been answered.") },
    };

    private IEnumerable<KeyValuePair<string, FieldMessage>> Strangers()
    {
        var strange = _submission.Inputs.Keys.Where(alias => _form.Find(alias) is null).ToList();
        var named = strange.Take(FormLimits.NamedAliases).Select(Cut).Distinct(StringComparer.Ordinal);
        foreach (var alias in named)
        {
            yield return KeyValuePair.Create(alias, new FieldMessage($"El formulario no tiene un campo «{alias}».", $"The form has no field «{alias}»."));
        }

        if (strange.Count <= FormLimits.NamedAliases) yield break;
        var more = strange.Count - FormLimits.NamedAliases;
        yield return KeyValuePair.Create("…", new FieldMessage($"Hay otros {more} campos que el formulario no tiene.", $"There are {more} more fields the form does not have."));
    }

    private FieldMessage? TooMuch() => _submission.Inputs.Values.Sum(input => input.Texts.Sum(text => (long)text.Length)) <= FormLimits.Answers ? null : new(
        $"Las respuestas juntas pasan de {FormLimits.Answers} letras. Acorta las más largas.", $"The answers together exceed {FormLimits.Answers} characters. Please shorten the longest.");

    /// <summary>A name of an alias is repeated to whoever sent it, but not at any length.</summary>
    private static string Cut(string alias) => SentText.Clean(alias) is var clean && clean.Length <= FormLimits.Alias ? clean : $"{clean[..FormLimits.Alias]}…";
}
