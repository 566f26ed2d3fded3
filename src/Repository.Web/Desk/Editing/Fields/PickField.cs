using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Items of the repository: those that are picked, each to be left, and a box to look for more.</summary>
internal sealed class PickField : IFieldEditor
{
    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field) => new PickFieldView { Model = new PickControl(field, [.. Udis(field.Stored).Select(udi => new Picked(udi, field.Setting.Drafts.Find(udi)))], Most(field.Property.DataType)) };

    public string Read(PostedField posted)
    {
        var now = posted.Texts.Distinct().ToList();
        if (now.SequenceEqual(Udis(posted.Prior))) return posted.Prior;
        // Where one is allowed, the one that was picked last is meant.
        return Most(posted.Property.DataType) == 1 ? now.LastOrDefault("") : string.Join(',', now);
    }

    /// <summary>0 for as many as one likes.</summary>
    private static int Most(DataType dataType) => dataType.EditorAlias == "Umbraco.ContentPicker" ? 1 : dataType.Config.Whole("maxNumber", 0);

    private static string[] Udis(string stored) => stored.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Item">Null for what is in the bin or gone.</param>
internal sealed record Picked(string Udi, DraftItem? Item);

internal sealed record PickControl(Field Field, ImmutableArray<Picked> Picked, int Most);
