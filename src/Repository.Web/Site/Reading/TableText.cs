using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Repository.Web.Site.Reading;

/// <summary>A small table that an editor typed with commas: the first line names the columns.</summary>
internal sealed record TableText(string? Caption, string? Note, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows)
{
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null, MissingFieldFound = null, TrimOptions = TrimOptions.Trim };

    public static TableText Read(BlockValues block)
    {
        using var csv = new CsvReader(new StringReader(block.Text("rows") ?? ""), Csv);
        var lines = new List<ImmutableArray<string>>();
        while (csv.Read()) lines.Add([.. csv.Parser.Record ?? []]);
        return new TableText(block.Text("caption"), block.Text("note"), lines is [var head, ..] ? head : [], [.. lines.Skip(1)]);
    }
}
