using System.Collections.Immutable;
using System.Globalization;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>The table of a dataset, made readable by its dictionary, and the charts that its numbers allow.</summary>
internal sealed record DataModel(TableText? Table, TableText? Dictionary, IReadOnlyList<ChartModel> Charts, int Rows)
{
    /// <summary>More bars than these are a wall.</summary>
    private const int MostBars = 24;

    /// <summary>Degrees on a map count nothing from zero.</summary>
    private const string Degrees = "grados";

    /// <summary>Did people answer a question?</summary>
    public bool IsAsked { get; private init; }

    /// <summary>How many rows the page shows, where the file has more.</summary>
    public int? Shown => Table is { } table && table.Rows.Length < Rows ? table.Rows.Length : null;

    public static DataModel Of(Values values, IReadOnlyList<PieceFile> files)
    {
        var columns = values.Blocks("columns").Select(DataColumn.Of).ToList();
        var data = files.Select(file => file.Medium.Table).FirstOrDefault(table => table is not null);
        ImmutableArray<DataColumn> named = data is null ? [] : [.. data.Head.Select(head => columns.Find(column => column.Name == head) ?? new DataColumn(head, null, null, null))];
        var texts = values.Reader.Texts;
        return new DataModel(
            data is null ? null : Readable(data, named, values),
            columns.Count == 0 ? null : new TableText(texts["Data.DictionaryCaption"], null, [texts["Data.Column"], texts["Data.Type"], texts["Data.Meaning"], texts["Data.Unit"]], [.. columns.Select(column => column.Row)]),
            data is null ? [] : Draw(data, named, values.Text("unit")),
            data?.Count ?? 0)
        {
            IsAsked = values.Has("question"),
        };
    }

    private static TableText Readable(DataTable data, ImmutableArray<DataColumn> columns, Values values) => new(
        values.Text("question") ?? values.Reader.Texts["Data.Caption"],
        null,
        [.. columns.Select(column => column.Heading)],
        [.. data.Rows.Select(row => (ImmutableArray<string>)[.. row.Select((cell, at) => at < columns.Length ? columns[at].Read(cell, values) : cell)])])
    {
        Numbers = [.. columns.Index().Where(column => column.Item.IsNumber).Select(column => column.Index)],
    };

    /// <summary>
    /// Bars compare amounts of one unit: that of the whole set, which its last numbers are in, or that of a column. Where each row has its own, nothing can be compared.
    /// </summary>
    private static List<ChartModel> Draw(DataTable data, ImmutableArray<DataColumn> columns, string? unit)
    {
        var label = Enumerable.Range(0, columns.Length).FirstOrDefault(column => columns[column].IsText, -1);
        if (label < 0 || data.Count > MostBars) return [];
        var drawn = unit is not null
            ? columns.Index().Where(column => column.Item.IsNumber).TakeLast(1).Select(column => (column.Index, Unit: unit))
            : columns.Index().Where(column => column.Item is { IsNumber: true, Unit: { } own } && !own.StartsWith(Degrees, StringComparison.Ordinal)).Select(column => (column.Index, Unit: column.Item.Unit!));
        return [.. drawn.Select(column => Chart(data, columns, label, column.Index, column.Unit)).OfType<ChartModel>()];
    }

    private static ChartModel? Chart(DataTable data, ImmutableArray<DataColumn> columns, int label, int column, string unit)
    {
        var bars = BarModel.Of(data.Rows.Where(row => row.Length > Math.Max(label, column)).Select(row => (row[label], DataColumn.Number(row[column]), (string?)Amount(row[column], unit))));
        return bars.Count == 0 ? null : new ChartModel(columns[column].Title(unit), bars);
    }

    private static string Amount(string cell, string unit) => unit == "por ciento" ? $"{DataColumn.Written(cell)} %" : DataColumn.Written(cell);
}

/// <summary>A column as the dictionary of a dataset describes it; one that it leaves out has a name only.</summary>
internal sealed record DataColumn(string Name, string? Type, string? Meaning, string? Unit)
{
    /// <summary>Up to four digits nobody parts them: a year, say.</summary>
    private const decimal Long = 10_000;

    public bool IsNumber => Type is "Entero" or "Decimal";

    public bool IsText => Type == "Texto";

    /// <summary>The name in the file, which may break at the end of a line.</summary>
    public string Heading => Name.Replace('_', ' ');

    public ImmutableArray<string> Row => [Name, Type ?? "", Meaning ?? "", Unit ?? ""];

    public static DataColumn Of(BlockValues block) => new(block.Text("displayName") ?? "", block.Lines("type").FirstOrDefault(), block.Text("description"), block.Text("unit"));

    /// <summary>What is drawn of it, by what it means; the unit, unless that has named it.</summary>
    public string Title(string unit)
    {
        var title = Meaning?.TrimEnd('.') ?? Heading;
        return title.Contains(unit, StringComparison.OrdinalIgnoreCase) ? title : $"{title} ({unit})";
    }

    public string Read(string cell, Values values) => Type switch
    {
        "Entero" or "Decimal" => Written(cell),
        "Sí o no" when bool.TryParse(cell, out var flag) => values.Reader.Texts[flag ? "Value.Yes" : "Value.No"],
        _ => cell,
    };

    public static decimal? Number(string cell) => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number as it stands in the file, its digits parted where there are many.</summary>
    public static string Written(string cell) => Number(cell) is >= Long and var number && number == Math.Truncate(number) ? number.ToString("N0", CultureInfo.CurrentCulture) : cell;
}
