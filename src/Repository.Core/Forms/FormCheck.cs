using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms;

/// <summary>Everything a definition must fulfil before anybody is asked anything by it.</summary>
internal static partial class FormCheck
{
    public static ImmutableArray<FormProblem> Problems(FormDefinition definition)
    {
        var fields = definition.Fields().Take(FormLimits.Fields + 1).ToList();
        List<FormProblem> problems = [.. OfForm(definition), .. fields.SelectMany(OfField), .. Repeated(definition, fields)];
        problems.AddRange(OfConditions(definition, fields));
        // With unknown or repeated ids there is no telling who asks whom.
        if (problems.Count == 0 && Circle(definition) is { } circle) problems.Add(circle);
        return [.. problems];
    }

    private static IEnumerable<FormProblem> OfForm(FormDefinition form)
    {
        if (form.Key == Guid.Empty) yield return new("", "La clave del formulario son puros ceros.");
        if (!Alias().IsMatch(form.Alias))
        {
            yield return new("Alias", $"El alias «{form.Alias}» no sirve: empieza con una letra y lleva solo letras, cifras, «_» o «-».");
        }

        if (string.IsNullOrWhiteSpace(form.Name)) yield return new("Name", "Falta el nombre del formulario.");
        if (!Prefix().IsMatch(form.FolioPrefix)) yield return new("FolioPrefix", "El prefijo del folio lleva de 1 a 6 letras mayúsculas o cifras.");
        if (form.RetentionDays < 0 || form.DraftDays < 0 || form.RetentionDays > 36_500 || form.DraftDays > 3_650)
        {
            yield return new("Retention", "Los días de conservación no son posibles.");
        }

        if (form.Notice is { } notice && (string.IsNullOrWhiteSpace(notice.Version) || string.IsNullOrWhiteSpace(notice.Text) || notice.Text.Length > FormLimits.Notice))
        {
            yield return new("Notice", "El aviso de privacidad lleva una versión y un texto.");
        }

        if (form.Pages.IsEmpty) yield return new("Pages", "El formulario no tiene páginas.");
        if (form.Pages.Length > FormLimits.Pages) yield return new("Pages", $"El formulario tiene más de {FormLimits.Pages} páginas.");
        if (form.Fields().Skip(FormLimits.Fields).Any()) yield return new("Pages", $"El formulario tiene más de {FormLimits.Fields} campos.");
        if (form.Pages.SelectMany(page => page.Fieldsets).SelectMany(fieldset => fieldset.Columns).Any(column => column.Width is < 0 or > 12))
        {
            yield return new("Column", "El ancho de una columna va de 0 a 12.");
        }

        if (form.Pages.SelectMany(page => page.Fieldsets).Any(fieldset => fieldset.Id == Guid.Empty))
        {
            yield return new("Fieldset", "Un grupo de campos no tiene clave.");
        }
    }

    private static IEnumerable<FormProblem> OfField(FormField field)
    {
        var where = $"Field/{field.Alias}";
        if (field.Id == Guid.Empty) yield return new(where, "La clave del campo son puros ceros.");
        if (!FieldAlias().IsMatch(field.Alias))
        {
            yield return new(where, $"El alias «{field.Alias}» no sirve: empieza con una letra y lleva hasta {FormLimits.Alias} letras, cifras o «_».");
        }

        if (string.IsNullOrWhiteSpace(field.Caption) || field.Caption.Length > FormLimits.Caption)
        {
            yield return new(where, $"La pregunta lleva de 1 a {FormLimits.Caption} letras.");
        }

        if (field.HelpText.Length > FormLimits.HelpText) yield return new(where, $"La ayuda pasa de {FormLimits.HelpText} letras.");
        if (field.Pattern.Length > 0)
        {
            if (field.Pattern.Length > FormLimits.Pattern || FieldPattern.Read(field.Pattern) is null)
            {
                yield return new(where, "El patrón no se puede leer, o usa referencias o miradas alrededor, que no se admiten.");
            }

            if (field.Type != FieldKinds.ShortAnswer.Id && field.Type != FieldKinds.LongAnswer.Id)
            {
                yield return new(where, "Solo una respuesta corta o larga lleva patrón.");
            }
        }

        if (FieldKinds.Find(field.Type) is { } kind)
        {
            foreach (var reason in kind.Problems(field)) yield return new(where, reason);
        }
        else
        {
            yield return new(where, $"No hay un tipo de campo «{field.Type}».");
        }

        if (field.Uploads is not null && field.Type != FieldKinds.FileUpload.Id) yield return new(where, "Solo un campo de archivos dice qué archivos admite.");
    }

    private static IEnumerable<FormProblem> Repeated(FormDefinition definition, List<FormField> fields)
    {
        foreach (var same in fields.GroupBy(field => field.Alias, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            yield return new($"Field/{same.Key}", "Dos campos tienen el mismo alias.");
        }

        foreach (var same in fields.GroupBy(field => field.Id).Where(same => same.Count() > 1))
        {
            yield return new($"Field/{same.First().Alias}", $"Dos campos tienen la misma clave «{same.Key}».");
        }

        foreach (var same in definition.Pages.SelectMany(page => page.Fieldsets).GroupBy(fieldset => fieldset.Id).Where(same => same.Count() > 1))
        {
            yield return new($"Fieldset/{same.Key}", "Dos grupos de campos tienen la misma clave.");
        }
    }

    private static IEnumerable<FormProblem> OfConditions(FormDefinition definition, List<FormField> fields)
    {
        var answered = fields.Where(field => FieldKinds.Find(field.Type) is { TakesAnswers: true }).Select(field => field.Id).ToHashSet();
        foreach (var (where, condition) in Conditions(definition))
        {
            if (condition.Rules.IsEmpty) yield return new(where, "La condición no tiene reglas.");
            if (condition.Rules.Length > FormLimits.Rules) yield return new(where, $"La condición tiene más de {FormLimits.Rules} reglas.");
            foreach (var rule in condition.Rules.Where(rule => !answered.Contains(rule.Field)))
            {
                yield return new(where, $"La condición pregunta por un campo que no está en el formulario o no lleva respuesta: «{rule.Field}».");
            }
        }
    }

    private static IEnumerable<(string Where, FieldCondition Condition)> Conditions(FormDefinition definition)
    {
        foreach (var page in definition.Pages)
        {
            if (page.Condition is { } ofPage) yield return ($"Page/{page.Caption}", ofPage);
            foreach (var fieldset in page.Fieldsets)
            {
                if (fieldset.Condition is { } ofFieldset) yield return ($"Fieldset/{fieldset.Id}", ofFieldset);
                foreach (var field in fieldset.Columns.SelectMany(column => column.Fields))
                {
                    if (field.Condition is { } ofField) yield return ($"Field/{field.Alias}", ofField);
                }
            }
        }
    }

    /// <summary>A field is asked by its own condition and by those of its fieldset and page: one that comes back to itself could be neither shown nor hidden.</summary>
    private static FormProblem? Circle(FormDefinition definition)
    {
        var names = definition.Fields().ToDictionary(field => field.Id, field => field.Alias);
        var asks = (from page in definition.Pages
                    from fieldset in page.Fieldsets
                    from column in fieldset.Columns
                    from field in column.Fields
                    let conditions = ((FieldCondition?[])[page.Condition, fieldset.Condition, field.Condition]).OfType<FieldCondition>()
                    select (field.Id, Asked: conditions.SelectMany(condition => condition.Rules).Select(rule => rule.Field).Distinct().ToArray()))
            .ToDictionary(field => field.Id, field => field.Asked);
        var done = new HashSet<Guid>();
        foreach (var start in asks.Keys)
        {
            if (Way(start, []) is { } way)
            {
                return new($"Field/{names[way[0]]}", $"Las condiciones se preguntan en círculo: {string.Join(" → ", way.Select(id => names[id]))}.");
            }
        }

        return null;

        ImmutableList<Guid>? Way(Guid at, ImmutableList<Guid> before)
        {
            if (before.IndexOf(at) is var first and >= 0) return before.RemoveRange(0, first).Add(at);
            if (done.Contains(at)) return null;
            var found = asks[at].Select(next => Way(next, before.Add(at))).FirstOrDefault(way => way is not null);
            if (found is null) done.Add(at);
            return found;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Alias();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FieldAlias();

    [GeneratedRegex(@"\A[A-Z0-9]{1,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
