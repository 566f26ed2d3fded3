using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace Repository.Web.Seed;

/// <summary>The facts in <c>data/</c>: tables and documents. What is asked for must be there.</summary>
internal sealed class Facts(string folder)
{
    public IReadOnlyList<Row> Table(string name)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(folder, name + ".csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var columns = csv.HeaderRecord ?? [];
        var rows = new List<Row>();
        while (csv.Read()) rows.Add(new Row(columns.ToDictionary(column => column, column => csv.GetField(column) ?? "")));
        return rows;
    }

    public Fact Document(string name) => new(JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder, name + ".json"))));

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(folder, file));
}

/// <summary>One row of a table.</summary>
internal sealed record Row(IReadOnlyDictionary<string, string> Fields)
{
    public string this[string column] => Fields[column];

    /// <summary>A list in a cell is parted by semicolons.</summary>
    public IEnumerable<string> List(string column) => this[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool Says(string column) => this[column] == "sí";
}

/// <summary>One object of a document. A member that is null or absent is an empty text or an empty list.</summary>
internal readonly record struct Fact(JsonElement Json)
{
    public string this[string member] => Member(member) is { } value ? TextOf(value) : "";

    public Fact Below(string member) => new(Json.GetProperty(member));

    public bool Has(string member) => Member(member) is not null;

    public bool Flag(string member) => Member(member) is { ValueKind: JsonValueKind.True };

    public IEnumerable<Fact> Facts(string member) => Member(member) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Select(item => new Fact(item)) : [];

    public IReadOnlyList<string> Texts(string member) => [.. Facts(member).Select(item => TextOf(item.Json))];

    private JsonElement? Member(string member) => Json.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
