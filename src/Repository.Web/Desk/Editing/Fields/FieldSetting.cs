using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Forms;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>What the fields of one form share. For one request.</summary>
internal sealed record FieldSetting(ContentSchema Schema, EditorRegistry Editors, DraftItems Drafts, string Culture)
{
    /// <summary>What is wrong, by the name of the field.</summary>
    public ILookup<string, string> Problems { get; init; } = Array.Empty<string>().ToLookup(text => text);

    /// <summary>The forms that may be picked.</summary>
    public ImmutableArray<LiveForm> Forms { get; init; } = [];

    public EditorContext Context { get; } = new(Schema, Editors, Culture);

    public ImmutableArray<string> ProblemsOf(string name) => [.. Problems[name]];
}
