using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Site.Reading;

namespace Repository.Web.Desk.Tree;

/// <summary>What is in a section of the content or in a folder of files, or in all of them, beside the tree.</summary>
internal sealed record ContentList
{
    public const int PageSize = 50;
    private const int MostRecent = 6;

    public static readonly string[] Names = ["in", "open", "q", .. ListAsking.Filters, "sort", "view", "page"];

    public required DraftReader Reader { get; init; }
    public required ItemKind Kind { get; init; }
    public required ListAddress Address { get; init; }
    public required DraftEntry? Section { get; init; }
    public required DraftQuery Query { get; init; }
    public required ImmutableArray<DraftRow> Rows { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required ImmutableArray<TreeNode> Tree { get; init; }
    public required ImmutableArray<ListFilter> Filters { get; init; }
    public required ImmutableArray<SavedView> Views { get; init; }
    public required ImmutableArray<DraftEntry> Recent { get; init; }
    public required string Token { get; init; }
    public DeedReport? Report { get; init; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public string? Previous => Page > 1 ? PageAddress(Page - 1) : null;

    public string? Next => Page < Pages ? PageAddress(Page + 1) : null;

    public bool MayWrite => Reader.May(Act.Write, Kind, Section?.Key);

    public bool MayArrange => Reader.May(Act.Arrange, Kind, Section?.Key);

    public bool MayPublish => Reader.May(Act.Publish, Kind, Section?.Key);

    public bool MayDiscard => Reader.May(Act.Discard, Kind, Section?.Key);

    /// <summary>What the list is called in the address of a view and in texts.</summary>
    public string KindName => Kind == ItemKind.Media ? "media" : "content";

    /// <summary>Files are looked at before they are read about.</summary>
    public bool IsGrid => Kind == ItemKind.Media && Address["view"] != "list";

    public bool HasDeeds => MayWrite || MayArrange || MayPublish || MayDiscard;

    public bool HasChoices => Filters.Any(filter => filter.Chosen.Length > 0);

    public static ContentList Of(HttpContext http, DraftReader reader, ItemKind kind, IReadOnlyList<SavedView> views, DeedReport? report, string token)
    {
        var catalogue = reader.Catalogue;
        var address = ListAddress.Of(http.Request, Names);
        var section = SectionOf(catalogue, kind, address);
        var query = ListAsking.Read(address, kind, section?.Key);
        var found = query.In(catalogue);
        var page = Math.Clamp(int.TryParse(address["page"], out var asked) ? asked : 1, 1, Math.Max(1, (found.Length + PageSize - 1) / PageSize));
        return new ContentList
        {
            Reader = reader,
            Kind = kind,
            Address = address,
            Section = section,
            Query = query,
            Rows = [.. found.Skip((page - 1) * PageSize).Take(PageSize).Select(entry => new DraftRow(entry, reader, address, query.IsNarrowed))],
            Total = found.Length,
            Page = page,
            Tree = TreeNode.Of(catalogue, kind, section?.Key, address),
            Filters = ListFilter.Of(reader, kind, address),
            Views = [.. views.Where(view => view.List == (kind == ItemKind.Media ? "media" : "content"))],
            Recent = [.. RecentOf(reader).Where(entry => entry.Item.Kind == kind).Take(MostRecent)],
            Report = report,
            Token = token,
        };
    }

    /// <summary>What the person wrote last.</summary>
    public static IEnumerable<DraftEntry> RecentOf(DraftReader reader) => reader.Catalogue.All.Where(entry => entry.ChangedBy == reader.Person.By).OrderByDescending(entry => entry.ChangedAt);

    /// <summary>The section a list is asked for. Where there is one root alone, nobody need choose it.</summary>
    public static DraftEntry? SectionOf(DraftCatalogue catalogue, ItemKind kind, ListAddress address)
    {
        if (Guid.TryParse(address["in"], out var key)) return catalogue.Find(key) is { Item: { Trashed: false } item } entry && item.Kind == kind ? entry : null;
        return address["in"] != "root" && kind == ItemKind.Document && catalogue.Children(kind, null) is [var only] ? only : null;
    }

    public string SortAddress(string by) => Address.With("sort", Address["sort"] == by ? $"-{by}" : by).Here;

    /// <summary>For <c>aria-sort</c>.</summary>
    public string? SortedAs(string by) => Address["sort"] == by ? "ascending" : Address["sort"] == $"-{by}" ? "descending" : null;

    private string PageAddress(int page) => Address.With("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)).Here;
}

/// <summary>An item in a list.</summary>
/// <param name="IsFound">It was searched for: where it stands must be told.</param>
internal sealed record DraftRow(DraftEntry Entry, DraftReader Reader, ListAddress Address, bool IsFound)
{
    public string Edit => DeskAddress.Of(Entry.Key);

    public string TypeName => Reader.TypeName(Entry);

    public int Below => Reader.Catalogue.Children(Entry).Length;

    public bool IsSection => Below > 0 || Reader.Type(Entry) is { AllowedChildren.IsEmpty: false };

    /// <summary>A small picture of the file. Those of restricted files are not served to anyone yet.</summary>
    public string? Thumbnail => Entry is { File: { } file, Item.Restricted: false }
        ? Entry.Item.Type == "umbracoMediaVectorGraphics" ? $"{file.Address}?v={file.Version}"
            : Entry.Item.Type == "Image" && file.Width is { } width ? Reader.Pictures.Of(file.Address, Math.Min(400, width), "webp", file.Version) : null
        : null;

    /// <summary>"PNG, 1.2 MB".</summary>
    public string FileText => Entry.File is { } file ? string.Join(", ", new[] { file.Extension.ToUpperInvariant(), file.Bytes is { } bytes ? FileSize.Of(bytes) : "" }.Where(text => text.Length > 0)) : "";

    public string Inside => $"{Address.Path}?in={Entry.Key:n}";

    public string Owner => Reader.People.Name(Entry.Item.CreatedBy);

    public string Changer => Reader.People.Name(Entry.ChangedBy);
}

/// <summary>One way to narrow a list, with the values it may take.</summary>
internal sealed record ListFilter(string Name, string Chosen, ImmutableArray<(string Value, string? Label)> Values)
{
    /// <summary>A label of null is a text of ours: <c>Tree.{Name}.{Value}</c>.</summary>
    public static ImmutableArray<ListFilter> Of(DraftReader reader, ItemKind kind, ListAddress address)
    {
        var all = reader.Catalogue.All.Where(entry => entry.Item.Kind == kind);
        var (types, owners) = (new HashSet<string>(), new HashSet<string>());
        foreach (var entry in all)
        {
            types.Add(entry.Item.Type);
            owners.Add(entry.Item.CreatedBy);
        }

        ImmutableArray<ListFilter> filters =
        [
            new("state", address["state"], [.. (kind == ItemKind.Media ? ["restricted"] : ListAsking.States).Select(state => (state, (string?)null))]),
            new("type", address["type"], [.. types.Select(type => (type, (string?)reader.TypeName(kind, type))).OrderBy(type => type.Item2, StringComparer.CurrentCulture)]),
            new("owner", address["owner"], [.. owners.Select(owner => (owner, (string?)reader.People.Name(owner))).OrderBy(owner => owner.Item2, StringComparer.CurrentCulture)]),
            new("language", address["language"], [.. reader.Schema.Languages.Select(language => (language.Tag, (string?)LanguageNames.Of(language)))]),
            new("lacks", address["lacks"], [.. ListAsking.Lacks.Select(lack => (lack, (string?)null))]),
        ];
        return kind == ItemKind.Media ? filters.RemoveAll(filter => filter.Name == "language") : filters;
    }
}
