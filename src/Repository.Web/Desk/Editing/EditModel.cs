using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Web.Desk.Editing.Fields;
using Repository.Web.Desk.Reviewing;

namespace Repository.Web.Desk.Editing;

/// <summary>The form of one item.</summary>
internal sealed record EditModel
{
    public required Guid Key { get; init; }
    public required ContentType Type { get; init; }

    /// <summary>The culture the fields that vary are about.</summary>
    public required string Culture { get; init; }
    public required string Name { get; init; }
    public required ImmutableArray<EditTab> Tabs { get; init; }
    public required string Token { get; init; }
    public required string Action { get; init; }

    /// <summary>Who writes: what a browser keeps is theirs alone.</summary>
    public required Guid Person { get; init; }

    /// <summary>What saving names: the state that was seen.</summary>
    public long Version { get; init; }
    public int Revision { get; init; }

    /// <summary>Below which item a new one will stand; null at the root, and for one that is there already.</summary>
    public Guid? Parent { get; init; }
    public bool IsNew { get; init; }
    public bool IsLocked { get; init; }

    /// <summary>When the person wrote what is shown without saving it.</summary>
    public DateTimeOffset? UnsavedSince { get; init; }

    /// <summary>Does it show what was sent and is kept nowhere?</summary>
    public bool IsUnsent { get; init; }

    /// <summary>Was it saved or thrown away just now? What the browser kept of it is of no use then.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Has somebody saved the item since the person began to write?</summary>
    public bool IsBehind { get; init; }

    public ImmutableArray<ToldProblem> Problems { get; init; } = [];

    public ImmutableArray<string> NameProblems { get; init; } = [];

    /// <summary>Other languages it is or can be written in.</summary>
    public ImmutableArray<LanguageLink> Languages { get; init; } = [];

    /// <summary>Its page on the site, where it has one.</summary>
    public string? PublicPath { get; init; }

    /// <summary>What becomes of it; null for what is new, what is a file, and what lies in the bin.</summary>
    public PublishPanel? Panel { get; init; }

    public bool IsMedia => Type.Kind == ContentTypeKind.Media;

    /// <summary>Does the form show more than was saved?</summary>
    public bool IsUnsaved => UnsavedSince is not null || IsUnsent || HasErrors;

    public bool HasErrors => !Problems.IsEmpty;

    public static ImmutableArray<EditTab> TabsOf(ContentType type, ItemContent content, string culture, FieldSetting setting)
    {
        var fields = type.Properties.Select(property => new Field(setting, property, ContentForm.Field(property.Alias), content.Value(property.Alias, ContentForm.CultureOf(type, property, culture)) ?? ""));
        var byTab = fields.ToLookup(field => Top(field.Property.TabAlias));
        var known = type.Tabs.Where(tab => !tab.Alias.Contains('/', StringComparison.Ordinal)).Select(tab => new EditTab(tab.Alias, tab.Caption, [.. byTab[tab.Alias]]));
        var loose = byTab.Where(some => type.Tabs.All(tab => tab.Alias != some.Key)).SelectMany(some => some).ToImmutableArray();
        return [.. (loose.IsEmpty ? known : known.Append(new EditTab("general", "", loose))).Where(tab => !tab.Fields.IsEmpty)];
    }

    /// <summary>A group of a tab is called after it.</summary>
    private static string Top(string alias) => alias.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? alias[..end] : alias;
}

/// <param name="Caption">Empty for fields that stand in no tab.</param>
internal sealed record EditTab(string Alias, string Caption, ImmutableArray<Field> Fields)
{
    public string Id => $"tab-{Alias}";

    public int Errors => Fields.Count(one => !one.Problems.IsEmpty);

    /// <summary>Without something in it nothing is published.</summary>
    public bool IsMandatory => Fields.Any(one => one.Property.IsMandatory);
}

/// <summary>What is wrong, and where; the field is null for what concerns the whole.</summary>
internal sealed record ToldProblem(string Text, string? Label, string? FieldId);

internal sealed record LanguageLink(string Tag, string Name, string Address, bool IsWritten);
