using System.Collections.Immutable;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Results;

/// <summary>Which tables the answers to a form can be counted in.</summary>
public static class AnswerTables
{
    /// <summary>Every question with options, as the newest version asks it.</summary>
    public static ImmutableArray<AnswerTable> All(Form newest) => [.. newest.Fields.SelectMany(bound => Of(bound.Field, bound.Field.Required && bound.Chain.IsEmpty))];

    /// <summary>
    /// The tables that may be published: of questions everybody is asked. How many people a question under a condition was put to is itself an answer
    /// to another one, and would give it away; so would a ranking that some leave out.
    /// </summary>
    /// <param name="versions">Oldest first. A question counts as obligatory only if it always was, with the same options.</param>
    public static ImmutableArray<AnswerTable> Publishable(IReadOnlyList<Form> versions) =>
    [
        .. from bound in versions[^1].Fields
           where versions.All(version => version.Find(bound.Field.Alias) is not { } then || then.Chain.IsEmpty)
           from table in Of(bound.Field, bound.Field.Required && versions.All(version => AskedAlike(version, bound.Field)))
           where table.Shape != TableShape.SomeOf || table.Least == table.Most
           select table,
    ];

    private static IEnumerable<AnswerTable> Of(FormField field, bool everybody)
    {
        ImmutableArray<PreValue> nobody = everybody ? [] : [AnswerTable.NoAnswer];
        if (field.Type == FieldKinds.SingleChoice.Id || (field.Type == FieldKinds.Dropdown.Id && !Dropdown.TakesSeveral(field)))
        {
            return [new(field.Alias, "", field.Caption, TableShape.OneOf, 1, 1, [.. field.PreValues, .. nobody])];
        }

        if (field.Type == FieldKinds.MultipleChoice.Id || field.Type == FieldKinds.Dropdown.Id)
        {
            return [new(field.Alias, "", field.Caption, TableShape.AnyOf, everybody ? 1 : 0, field.PreValues.Length, field.PreValues)];
        }

        if (field.Type == FieldKinds.RatingMatrix.Id)
        {
            return field.PreValues.Select(row => new AnswerTable(field.Alias, row.Value, $"{field.Caption} · {row.Caption}", TableShape.OneOf, 1, 1, [.. RatingMatrix.Scale(field), .. nobody]));
        }

        if (field.Type == FieldKinds.Ranking.Id)
        {
            return [new(field.Alias, "", field.Caption, TableShape.SomeOf, everybody ? Ranking.Positions(field) : 0, Ranking.Positions(field), field.PreValues)];
        }

        return field.Type == FieldKinds.Checkbox.Id ? [new(field.Alias, "", field.Caption, TableShape.OneOf, 1, 1, [new(Tick.On, "Marcada"), new("", "Sin marcar")])] : [];
    }

    private static bool AskedAlike(Form version, FormField newest) =>
        version.Find(newest.Alias) is { Field: { Required: true } field }
        && field.Type == newest.Type
        && field.PreValues.Select(option => option.Value).SequenceEqual(newest.PreValues.Select(option => option.Value))
        && field.Settings.SequenceEqual(newest.Settings);
}
