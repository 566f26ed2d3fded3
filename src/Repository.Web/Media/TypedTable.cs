using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Repository.Web.Media;

/// <summary>A small table as editors type it in a block: a row a line, cells parted by commas, quotes around a cell that has one itself.</summary>
internal static class TypedTable
{
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null, MissingFieldFound = null, TrimOptions = TrimOptions.Trim };

    public static ImmutableArray<ImmutableArray<string>> Read(string rows)
    {
        using var csv = new CsvReader(new StringReader(rows), Csv);
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (csv.Read()) lines.Add([.. csv.Parser.Record ?? []]);
        return lines.ToImmutable();
    }
}
