using System.Collections.Immutable;
using Repository.Core.Forms;

namespace Repository.Core.Tests.Forms;

public sealed class ConditionTests
{
    [Theory]
    [InlineData(ConditionOperator.Is, "agua", "Agua", true)]
    [InlineData(ConditionOperator.Is, "agua", "aguas", false)]
    [InlineData(ConditionOperator.IsNot, "agua", "agua", false)]
    [InlineData(ConditionOperator.IsNot, "agua", "", true)]
    [InlineData(ConditionOperator.GreaterThen, "9", "10", true)]
    [InlineData(ConditionOperator.GreaterThen, "10", "10", false)]
    [InlineData(ConditionOperator.GreaterThen, "2022-07-31", "2022-08-01", true)]
    [InlineData(ConditionOperator.GreaterThen, "agua", "zona", false)]
    [InlineData(ConditionOperator.LessThen, "10", "9.5", true)]
    [InlineData(ConditionOperator.LessThen, "10", "", false)]
    [InlineData(ConditionOperator.Contains, "GU", "agua", true)]
    [InlineData(ConditionOperator.StartsWith, "ag", "agua", true)]
    [InlineData(ConditionOperator.StartsWith, "gua", "agua", false)]
    [InlineData(ConditionOperator.EndsWith, "gua", "agua", true)]
    [InlineData(ConditionOperator.EndsWith, "ag", "agua", false)]
    public void each_comparison_looks_at_what_the_field_holds(ConditionOperator comparison, string value, string held, bool expected)
    {
        var rule = new ConditionRule(Guid.NewGuid(), comparison, value);

        var holds = rule.Holds(held.Length == 0 ? [] : [held]);

        Assert.Equal(expected, holds);
    }

    [Theory]
    [InlineData(ConditionOperator.Is, true)]
    [InlineData(ConditionOperator.IsNot, false)]
    public void of_several_answers_one_is_enough(ConditionOperator comparison, bool expected)
    {
        var rule = new ConditionRule(Guid.NewGuid(), comparison, "otro");

        Assert.Equal(expected, rule.Holds(["radio", "otro"]));
    }

    [Theory]
    [InlineData(ConditionAction.Show, ConditionLogic.All, false)]
    [InlineData(ConditionAction.Show, ConditionLogic.Any, true)]
    [InlineData(ConditionAction.Hide, ConditionLogic.All, true)]
    [InlineData(ConditionAction.Hide, ConditionLogic.Any, false)]
    public void all_or_any_of_the_rules_show_or_hide(ConditionAction action, ConditionLogic logic, bool shown)
    {
        var (met, unmet) = (Guid.NewGuid(), Guid.NewGuid());
        var condition = new FieldCondition(action, logic, [new ConditionRule(met, ConditionOperator.Is, "si"), new ConditionRule(unmet, ConditionOperator.Is, "si")]);

        var shows = condition.Shows(field => field == met ? ["si"] : ImmutableArray<string>.Empty);

        Assert.Equal(shown, shows);
    }
}
