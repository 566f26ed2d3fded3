using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>A kind of field: reads what was sent, says what is wrong with it in the words of its reader, and tells which columns an export has for it.</summary>
public interface IFieldKind
{
    /// <summary>Chosen once and kept for ever: clients choose their own rendering by it.</summary>
    Guid Id { get; }

    /// <summary>As it is called on the wire.</summary>
    string Name { get; }

    /// <summary>Headings have nothing to answer.</summary>
    bool TakesAnswers => true;

    /// <summary>Reads an answer into what is stored. Whether there must be one is not asked here.</summary>
    FieldReading Read(FormField field, FieldInput input, FormPlaces places);

    /// <summary>What of the definition this kind cannot work with.</summary>
    IEnumerable<string> Problems(FormField field);

    IEnumerable<ExportColumn> Columns(FormField field);

    /// <summary>One cell for each column.</summary>
    IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored);
}

/// <summary>A field that a page without scripts asks with several inputs, named <c>alias.part</c>.</summary>
public interface IFieldOfParts : IFieldKind
{
    IEnumerable<string> Parts(FormField field);

    /// <summary>What a part says, as the wire contract would have sent it among the texts of the field.</summary>
    string Text(string part, string value);
}

/// <summary>What came of reading an answer: what is stored, or why it is refused.</summary>
public sealed record FieldReading(ImmutableArray<string> Stored, FieldMessage? Refusal = null)
{
    public static readonly FieldReading Empty = new([]);

    /// <summary>What is there is right, but it is not all: a draft keeps it.</summary>
    public bool IsIncomplete { get; init; }

    public static FieldReading Of(string text) => text.Length == 0 ? Empty : new([text]);

    public static FieldReading Refused(ImmutableArray<string> sent, string spanish, string english) => new(sent, new FieldMessage(spanish, english));

    public static FieldReading Incomplete(ImmutableArray<string> sent, string spanish, string english) => Refused(sent, spanish, english) with { IsIncomplete = true };
}

/// <summary>A column of exports: its name, what it holds and, where answers are chosen, the codes and their meaning.</summary>
public sealed record ExportColumn(string Name, string Label, string Holds, ImmutableArray<PreValue> Codes)
{
    public static ExportColumn Text(FormField field, string holds = "text") => new(field.Alias, field.Caption, holds, []);
}
