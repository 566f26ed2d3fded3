using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>The file of a picture with the point that matters most in it. Which file it is was decided when it was brought.</summary>
internal sealed class PictureField : IFieldEditor
{
    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field)
    {
        var focus = Root(field.Stored)?.Member("focalPoint");
        return new PictureFieldView { Model = new PictureControl(field, Source(field.Stored), MediaField.Percent(focus?.Number("left")), MediaField.Percent(focus?.Number("top"))) };
    }

    public string Read(PostedField posted)
    {
        var source = Source(posted.Prior);
        var before = Root(posted.Prior);
        var (left, top) = (posted.Part("left"), posted.Part("top"));
        if (source.Length == 0 || (left == MediaField.Percent(before?.Member("focalPoint")?.Number("left")) && top == MediaField.Percent(before?.Member("focalPoint")?.Number("top")))) return posted.Prior;
        var picture = before is { } root ? JsonObject.Create(root.Clone())! : new JsonObject { ["src"] = source, ["crops"] = new JsonArray() };
        picture["focalPoint"] = MediaField.Fraction(left) is { } x && MediaField.Fraction(top) is { } y ? new JsonObject { ["left"] = x, ["top"] = y } : null;
        return picture.ToJsonString();
    }

    private static JsonElement? Root(string stored) => StoredJson.Parse(stored) is { ValueKind: JsonValueKind.Object } root ? root : null;

    private static string Source(string stored) => Root(stored)?.Text("src") ?? (stored.StartsWith('/') ? stored : "");
}

internal sealed record PictureControl(Field Field, string Source, string Left, string Top);
