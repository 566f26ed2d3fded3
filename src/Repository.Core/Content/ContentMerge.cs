using System.Collections.Immutable;

namespace Repository.Core.Content;

/// <summary>Which of two texts a merged field keeps.</summary>
public enum MergeChoice
{
    Mine,
    Theirs,

    /// <summary>One behind the other, put together by whoever knows what the texts mean.</summary>
    Both,
}

/// <summary>A name (alias "") or value that two people left different from each other.</summary>
/// <param name="Before">What both began from.</param>
public sealed record MergeField(string Alias, string Culture, string Before, string Mine, string Theirs)
{
    /// <summary>Both changed it, and not to the same.</summary>
    public bool IsConflict => Mine != Before && Theirs != Before;

    /// <summary>What would be kept if nobody chose: the one change there is; of two, the one that is already saved.</summary>
    public MergeChoice Usual => Theirs == Before ? MergeChoice.Mine : MergeChoice.Theirs;
}

/// <summary>Two states of an item that grew out of the same one. Nothing is merged that nobody looked at: what differs is named, field by field. Pure.</summary>
public static class ContentMerge
{
    public const string Name = "";

    public static ImmutableArray<MergeField> Differences(ItemContent before, ItemContent mine, ItemContent theirs) =>
    [
        .. from cell in Cells(mine).Concat(Cells(theirs)).Distinct()
           let field = new MergeField(cell.Alias, cell.Culture, Text(before, cell), Text(mine, cell), Text(theirs, cell))
           where field.Mine != field.Theirs
           orderby field.Alias.Length == 0 ? 0 : 1, field.Alias, field.Culture
           select field,
    ];

    /// <summary>The saved state with some fields put over it.</summary>
    public static ItemContent Apply(ItemContent theirs, IEnumerable<(MergeField Field, string Text)> chosen)
    {
        var merged = theirs;
        foreach (var (field, text) in chosen)
        {
            merged = field.Alias == Name ? WithName(merged, text, field.Culture) : merged.With(field.Alias, text, field.Culture);
        }

        return merged;
    }

    private static ItemContent WithName(ItemContent content, string name, string culture) =>
        name.Length > 0 ? content.WithName(name, culture) : content with { Names = content.Names.Remove(culture) };

    private static IEnumerable<(string Alias, string Culture)> Cells(ItemContent content) =>
        content.Names.Keys.Select(culture => (Name, culture)).Concat(content.Values.SelectMany(values => values.Value.Keys.Select(culture => (values.Key, culture))));

    private static string Text(ItemContent content, (string Alias, string Culture) cell) =>
        (cell.Alias == Name ? content.Name(cell.Culture) : content.Value(cell.Alias, cell.Culture)) ?? "";
}
