using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.Tree;

/// <summary>Reads what a list is asked for. What nobody understands narrows nothing.</summary>
internal static class ListAsking
{
    public static readonly string[] Filters = ["state", "type", "owner", "language", "lacks"];
    public static readonly string[] States = ["draft", "inReview", "changesRequested", "approved", "changed", "published", "scheduled", "restricted"];
    public static readonly string[] Lacks = ["altText", "transcript", "translation", "mandatory"];
    public static readonly string[] Sorts = ["place", "name", "type", "state", "owner", "changed"];

    public static DraftQuery Read(ListAddress address, ItemKind kind, Guid? section)
    {
        var sort = address["sort"];
        var state = address["state"];
        return new DraftQuery(kind, section)
        {
            Text = address["q"],
            State = Enum.TryParse<DraftState>(state, ignoreCase: true, out var known) && char.IsLetter(state[0]) ? known : null,
            Standing = state is "inReview" or "changesRequested" or "approved" ? Enum.Parse<ReviewState>(state, ignoreCase: true) : null,
            IsScheduled = state == "scheduled",
            IsRestricted = state == "restricted",
            Type = Given(address["type"]),
            Owner = Given(address["owner"]),
            Language = Given(address["language"]),
            Lacks = Enum.TryParse<DraftLacks>(address["lacks"], ignoreCase: true, out var lacks) && char.IsLetter(address["lacks"][0]) ? lacks : DraftLacks.None,
            Sort = Enum.TryParse<DraftSort>(sort.TrimStart('-'), ignoreCase: true, out var by) && char.IsLetter(sort.TrimStart('-')[0]) ? by : DraftSort.Place,
            Descending = sort.StartsWith('-'),
        };
    }

    private static string? Given(string value) => value.Length > 0 ? value : null;
}
