using System.Collections.Immutable;
using Repository.Web.Media;

namespace Repository.Web.Site.Reading;

/// <summary>A table as a page shows it. One that an editor typed names its columns in the first line.</summary>
internal sealed record TableText(string? Caption, string? Note, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The columns of numbers, which stand beneath each other.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    /// <summary>Are its rows read one by one where the screen is narrow? Good for words, not for numbers that are compared.</summary>
    public bool Folds { get; init; }

    public bool IsNumber(int column) => Numbers.Contains(column);

    /// <summary>A column that nobody filled in says nothing.</summary>
    public TableText WithoutEmptyColumns()
    {
        int[] filled = [.. Enumerable.Range(0, Head.Length).Where(column => Rows.Any(row => column < row.Length && row[column].Length > 0))];
        return this with
        {
            Head = [.. filled.Select(column => Head[column])],
            Rows = [.. Rows.Select(row => (ImmutableArray<string>)[.. filled.Where(column => column < row.Length).Select(column => row[column])])],
            Numbers = [.. Numbers.Select(column => Array.IndexOf(filled, column))],
        };
    }

    public static TableText Read(BlockValues block)
    {
        var lines = TypedTable.Read(block.Text("rows") ?? "");
        return new TableText(block.Text("caption"), block.Text("note"), lines is [var head, ..] ? head : [], [.. lines.Skip(1)]);
    }
}
