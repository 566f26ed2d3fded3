using System.Collections.Immutable;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Results;

/// <summary>One question, or one row of a matrix, as it is counted: its options, and how many of them each person chooses.</summary>
public sealed record AnswerTable(string Field, string Row, string Caption, TableShape Shape, int Least, int Most, ImmutableArray<PreValue> Options)
{
    /// <summary>The option of those who left out a question they could leave out.</summary>
    public static readonly PreValue NoAnswer = new("", "Sin respuesta");

    public string Name => Row.Length == 0 ? Field : $"{Field}.{Row}";

    /// <summary>The places among <see cref="Options"/> of what one person chose.</summary>
    public IEnumerable<int> Chosen(Answers answers)
    {
        var stored = answers[Field];
        if (Shape != TableShape.OneOf) return stored.Select(Place).Where(place => place >= 0);
        var chosen = Row.Length > 0 ? RatingMatrix.MarkOf(stored, Row) : stored is [var only, ..] ? only : "";
        return Place(chosen) is var place and >= 0 ? [place] : Place("") is var none and >= 0 ? [none] : [];
    }

    private int Place(string value)
    {
        for (var place = 0; place < Options.Length; place++)
        {
            if (Options[place].Value == value) return place;
        }

        return -1;
    }
}

public enum TableShape
{
    /// <summary>Everybody is in exactly one of the options.</summary>
    OneOf,

    /// <summary>As many as apply.</summary>
    AnyOf,

    /// <summary>The same number of options for everybody.</summary>
    SomeOf,
}
