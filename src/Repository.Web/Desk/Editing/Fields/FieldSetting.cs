using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>What the fields of one form share. For one request.</summary>
internal sealed record FieldSetting(ContentSchema Schema, EditorRegistry Editors, DraftItems Drafts, string Culture)
{
    /// <summary>What is wrong, by the name of the field.</summary>
    public ILookup<string, string> Problems { get; init; } = Array.Empty<string>().ToLookup(text => text);

    public EditorContext Context { get; } = new(Schema, Editors, Culture);

    public ImmutableArray<string> ProblemsOf(string name) => [.. Problems[name]];
}
