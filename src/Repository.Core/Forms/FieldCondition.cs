using System.Collections.Immutable;
using System.Globalization;

namespace Repository.Core.Forms;

/// <summary>When a page, a fieldset or a field is there. A hidden field counts as one without a value, for whoever asks it.</summary>
public sealed record FieldCondition(ConditionAction Action, ConditionLogic Logic, ImmutableArray<ConditionRule> Rules)
{
    /// <param name="valueOf">What the form holds for a field.</param>
    public bool Shows(Func<Guid, ImmutableArray<string>> valueOf)
    {
        var met = Logic == ConditionLogic.All ? Rules.All(rule => rule.Holds(valueOf(rule.Field))) : Rules.Any(rule => rule.Holds(valueOf(rule.Field)));
        return met == (Action == ConditionAction.Show);
    }
}

public enum ConditionAction
{
    Show,
    Hide,
}

public enum ConditionLogic
{
    All,
    Any,
}

/// <summary>The seven comparisons, spelled as Umbraco Forms spells them on the wire.</summary>
public enum ConditionOperator
{
    Is,
    IsNot,
    GreaterThen,
    LessThen,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary>Compares what a field holds, without regard to letter case. A field of several values meets a rule when one of them does; without any it holds an empty text.</summary>
public sealed record ConditionRule(Guid Field, ConditionOperator Operator, string Value)
{
    public bool Holds(ImmutableArray<string> held) => Operator == ConditionOperator.IsNot
        ? !Any(held, text => Same(text, Value))
        : Any(held, Meets);

    private bool Meets(string text) => Operator switch
    {
        ConditionOperator.Is => Same(text, Value),
        ConditionOperator.GreaterThen => Compare(text, Value) > 0,
        ConditionOperator.LessThen => Compare(text, Value) < 0,
        ConditionOperator.Contains => text.Contains(Value, StringComparison.OrdinalIgnoreCase),
        ConditionOperator.StartsWith => text.StartsWith(Value, StringComparison.OrdinalIgnoreCase),
        _ => text.EndsWith(Value, StringComparison.OrdinalIgnoreCase),
    };

    private static bool Any(ImmutableArray<string> held, Func<string, bool> test) => held.IsEmpty ? test("") : held.Any(test);

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Numbers as numbers, dates as dates; what is neither is not more and not less than anything.</summary>
    private static int Compare(string one, string other)
    {
        if (Number(one) is { } left && Number(other) is { } right) return left.CompareTo(right);
        return Date(one) is { } earlier && Date(other) is { } later ? earlier.CompareTo(later) : 0;
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
