using System.Globalization;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>What text boxes and text areas share: delivered as typed, up to <c>maxChars</c> characters.</summary>
internal static class PlainText
{
    public static PropertyReading Read(string stored, DataType dataType, SearchTier tier)
    {
        var reading = new PropertyReading(stored, new TextValue(stored)) { SearchTexts = [new SearchText(tier, stored)] };
        var limit = dataType.Config.Whole("maxChars", 0);
        return limit <= 0 || stored.Length <= limit
            ? reading
            : reading with { Problems = [string.Create(CultureInfo.InvariantCulture, $"El texto admite como máximo {limit} caracteres y tiene {stored.Length}.")] };
    }
}
