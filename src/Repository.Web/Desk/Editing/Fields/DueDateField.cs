using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>When something in a plan is due: in the plan's own words, and as days where they name some.</summary>
internal sealed class DueDateField : IFieldEditor
{
    public static readonly string[] Kinds = ["day", "month", "range", "permanent", "quadrimestral", "conditional", "unknown"];

    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field) => new DueDateFieldView { Model = new DueDateControl(field, Parts(field.Stored)) };

    public string Read(PostedField posted)
    {
        var now = new Due(posted.Text.Trim(), posted.Part("kind"), posted.Part("from").Trim(), posted.Part("to").Trim());
        if (now == Parts(posted.Prior)) return posted.Prior;
        if (now is { Literal: "", From: "", To: "" }) return "";
        return new JsonObject { ["literal"] = now.Literal, ["from"] = Filled(now.From), ["to"] = Filled(now.To), ["kind"] = now.Kind }.ToJsonString();
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static Due Parts(string stored)
    {
        if (StoredJson.Parse(stored) is not { ValueKind: JsonValueKind.Object } root) return new Due("", "", "", "");
        return new Due(root.Text("literal") ?? "", root.Text("kind") ?? "", root.Text("from") ?? "", root.Text("to") ?? "");
    }
}

internal sealed record Due(string Literal, string Kind, string From, string To);

internal sealed record DueDateControl(Field Field, Due Due);
