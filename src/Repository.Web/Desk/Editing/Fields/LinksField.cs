using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Links, each to an item of the repository or to an address. There is always an empty row to write in.</summary>
internal sealed class LinksField : IFieldEditor
{
    /// <summary>Stands for the number of a row in the one that scripts copy.</summary>
    public const string AnyRow = "x";

    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field)
    {
        var rows = Rows(field.Stored).Select((row, number) => row with { Row = Number(number), Target = Target(field, row) }).ToImmutableArray();
        var most = field.Config.Whole("maxNumber", 0);
        return new LinksFieldView { Model = new LinksControl(field, most > 0 && rows.Length >= most ? rows : rows.Add(new LinkRow { Row = Number(rows.Length) }), most) };
    }

    public string Read(PostedField posted)
    {
        var rows = posted.Texts.Select(row => Posted(posted, row)).Where(row => row.Title.Length + row.Url.Length + row.Udi.Length > 0).ToList();
        if (rows.SequenceEqual(Rows(posted.Prior))) return posted.Prior;
        return rows.Count == 0 ? "" : new JsonArray([.. rows.Select(Written)]).ToJsonString();
    }

    private static LinkRow Posted(PostedField posted, string row)
    {
        string Part(string name) => posted.Part($"{row}/{name}").Trim();
        // Who writes an address says no to the item that stood there.
        var url = Part("url");
        return new LinkRow { Title = Part("title"), Url = url, Udi = url.Length > 0 ? "" : Part("udi"), Window = Part("window"), Query = Part("query"), Culture = Part("culture") };
    }

    private static JsonObject Written(LinkRow row)
    {
        var link = new JsonObject { ["name"] = Filled(row.Title), ["target"] = Filled(row.Window), ["udi"] = Filled(row.Udi), ["url"] = Filled(row.Url), ["queryString"] = Filled(row.Query) };
        if (row.Culture.Length > 0) link["culture"] = row.Culture;
        return link;
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static IEnumerable<LinkRow> Rows(string stored) => StoredJson.Parse(stored) is { ValueKind: JsonValueKind.Array } root
        ? root.EnumerateArray().Select(link => new LinkRow
        {
            Title = link.Text("name") ?? "",
            Url = link.Text("udi") is { Length: > 0 } ? "" : link.Text("url") ?? "",
            Udi = link.Text("udi") ?? "",
            Window = link.Text("target") ?? "",
            Query = link.Text("queryString") ?? "",
            Culture = link.Text("culture") ?? "",
        })
        : [];

    private static DraftItem? Target(Field field, LinkRow row) => field.Setting.Drafts.Find(row.Udi);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed record LinkRow
{
    public string Title { get; init; } = "";
    public string Url { get; init; } = "";
    public string Udi { get; init; } = "";
    public string Window { get; init; } = "";
    public string Query { get; init; } = "";
    public string Culture { get; init; } = "";

    /// <summary>Which row it is in the form; not part of the link.</summary>
    public string Row { get; init; } = "";

    public DraftItem? Target { get; init; }
}

internal sealed record LinksControl(Field Field, ImmutableArray<LinkRow> Rows, int Most);

internal sealed record LinkRowControl(Field Field, LinkRow Row);
