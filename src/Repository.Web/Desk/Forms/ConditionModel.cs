using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;

namespace Repository.Web.Desk.Forms;

/// <summary>When something is asked, as it is written.</summary>
/// <param name="Askable">The questions a rule may ask.</param>
internal sealed record ConditionModel(FieldCondition? Condition, ImmutableArray<FormField> Askable)
{
    private const int Spare = 2;

    private const int MostAnswers = 400;

    /// <summary>What can be answered where one chooses, as it is kept, and in words.</summary>
    public IEnumerable<(string Value, string Told)> Answers => Askable.SelectMany(AnswersOf).Take(MostAnswers);

    /// <summary>The rules there are, and some empty rows.</summary>
    public IEnumerable<ConditionRule> Rows => [.. Condition?.Rules ?? [], .. Enumerable.Repeat(new ConditionRule(Guid.Empty, ConditionOperator.Is, ""), Spare)];

    private static IEnumerable<(string Value, string Told)> AnswersOf(FormField field) => FieldKinds.Find(field.Type) switch
    {
        RatingMatrix => from row in field.PreValues from mark in RatingMatrix.Scale(field) select ($"{row.Value}={mark.Value}", $"{field.Alias}: {row.Caption}, {mark.Caption}"),
        var kind when kind == FieldKinds.Checkbox || kind == FieldKinds.DataConsent => [("on", $"{field.Alias}: ✓")],
        _ => field.PreValues.Select(option => (option.Value, $"{field.Alias}: {option.Caption}")),
    };
}
