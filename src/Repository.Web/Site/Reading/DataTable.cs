using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Repository.Web.Site.Reading;

/// <summary>The table of a dataset: the names of its columns, its first rows, and how many there are.</summary>
internal sealed record DataTable(ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows, int Count)
{
    /// <summary>Whoever needs more takes the file along.</summary>
    public const int MostRows = 100;

    private const int MostColumns = 40;

    public bool IsWhole => Count == Rows.Length;

    /// <summary>Null where there is nothing in it.</summary>
    public static DataTable? Read(string text)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, TrimOptions = TrimOptions.Trim, Delimiter = DelimiterOf(text) });
        if (!csv.Read()) return null;
        ImmutableArray<string> head = [.. csv.Record!.Take(MostColumns)];
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var count = 0;
        while (csv.Read())
        {
            if (++count <= MostRows) rows.Add([.. csv.Record!.Take(MostColumns)]);
        }

        return count == 0 ? null : new DataTable(head, rows.ToImmutable(), count);
    }

    /// <summary>The names of columns hold no signs of their own: whichever sign parts them parts the cells.</summary>
    private static string DelimiterOf(string text)
    {
        var head = text.AsSpan(0, text.AsSpan().IndexOf('\n') is > 0 and var end ? end : text.Length);
        return head.Contains(',') ? "," : head.Contains(';') ? ";" : head.Contains('\t') ? "\t" : ",";
    }
}
