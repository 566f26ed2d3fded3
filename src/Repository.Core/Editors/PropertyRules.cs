using System.Text.RegularExpressions;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Reads a property and adds what its content type asks of it: that it be there, that it match a pattern. For items and blocks alike.</summary>
public static class PropertyRules
{
    private const int MaxPatternLength = 1000;

    private const RegexOptions PatternOptions = RegexOptions.CultureInvariant;

    // Far beyond what an honest pattern needs, far below what a visitor would notice.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    public static PropertyReading Check(PropertyType property, string? stored, EditorContext context)
    {
        var reading = context.Editors.Read(stored, property.DataType, context);
        if (reading.Stored.Length == 0)
        {
            return property.IsMandatory ? With(reading, property.MandatoryMessage, "Este campo es obligatorio.") : reading;
        }

        return reading.Problems.IsEmpty && PatternProblem(property, reading.Stored) is { } problem ? With(reading, problem, problem) : reading;
    }

    /// <summary>Why a stored text does not have the form its property asks for; null when it has.</summary>
    public static string? PatternProblem(PropertyType property, string stored) => property.Pattern.Length == 0 ? null : Matches(property.Pattern, stored) switch
    {
        true => null,
        false => string.IsNullOrWhiteSpace(property.PatternMessage) ? "El texto no tiene la forma que este campo pide." : property.PatternMessage,
        null => "No se pudo comprobar la forma de este texto.",
    };

    /// <summary>Can a schema use this text as a pattern? An empty one is no pattern and can.</summary>
    public static bool IsUsablePattern(string pattern) => pattern.Length == 0 || Matches(pattern, "") is not null;

    private static PropertyReading With(PropertyReading reading, string message, string otherwise) =>
        reading with { Problems = reading.Problems.Add(string.IsNullOrWhiteSpace(message) ? otherwise : message) };

    // Null: not a regular expression, or one that takes too long on this text.
    private static bool? Matches(string pattern, string text)
    {
        if (pattern.Length > MaxPatternLength) return null;
        try
        {
            return Regex.IsMatch(text, text.EndsWith('\n') ? PatternEnd.Strict(pattern) : pattern, PatternOptions, PatternTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return MatchesInOnePass(pattern, text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // A busy machine may be what took so long: then the honest text is read again, in a way that cannot run away. Null: the pattern cannot be read so.
    private static bool? MatchesInOnePass(string pattern, string text)
    {
        try
        {
            return new Regex(text.EndsWith('\n') ? PatternEnd.Strict(pattern) : pattern, PatternOptions | RegexOptions.NonBacktracking).IsMatch(text);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
