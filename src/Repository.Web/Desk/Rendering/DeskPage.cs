using System.Collections.Immutable;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Rendering;

/// <summary>A page of the desk. Its title is its one first heading.</summary>
internal sealed record DeskPage(string Title, View Body)
{
    public ImmutableArray<DeskCrumb> Crumbs { get; init; } = [];

    /// <summary>What stands beside the title: what can be done here.</summary>
    public View? Actions { get; init; }

    /// <summary>What was just done, told once above everything else.</summary>
    public DeskNote? Note { get; init; }

    /// <summary>What improves the page, by the names of its scripts.</summary>
    public ImmutableArray<string> Scripts { get; init; } = [];

    /// <summary>Is there room for a table or a tree? Pages to be read stay narrow.</summary>
    public bool IsWide { get; init; }

    /// <summary>Is it one small form, to be seen at a glance?</summary>
    public bool IsNarrow { get; init; }

    /// <summary>Is the title a key of the texts, as that of every notice?</summary>
    public bool IsNotice { get; private init; }

    /// <summary>A page that only tells something: <c>key.Title</c> and <c>key.Text</c>.</summary>
    public static DeskPage Notice(string key) => new($"{key}.Title", new NoticeView { Model = $"{key}.Text" }) { IsNotice = true };
}

internal sealed record DeskCrumb(string Name, string Address);

/// <summary>A sentence about what was done, or what could not be.</summary>
internal sealed record DeskNote(string Text, bool IsBad = false);
