using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Tree;

/// <summary><c>/desk/content</c>: the tree, the list of what is in a section, what may be created there, and in which order it stands.</summary>
internal sealed class ContentPages(DraftReaders readers, DeedReports reports, IContentStore store, ContentTree tree, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    public const string SortPath = "/desk/content/sort";
    public const string CreatePath = "/desk/content/create";

    public Task ListAsync(HttpContext http) => ListAsync(http, ItemKind.Document);

    public Task ListMediaAsync(HttpContext http) => ListAsync(http, ItemKind.Media);

    private async Task ListAsync(HttpContext http, ItemKind kind)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var views = await store.ReadAsync(contents => contents.ViewsAsync(http.Person.By), http.RequestAborted);
        var list = ContentList.Of(http, reader, kind, views, reports.Find(http.Request, http.Person.By), Token(http));
        if (list.Section is null && Guid.TryParse(list.Address["in"], out _))
        {
            await serving.LoseAsync(http);
            return;
        }

        await serving.SendAsync(http, new DeskPage(list.Section?.Name ?? texts[kind == ItemKind.Media ? "Media.All" : "Tree.All"], new ContentListView { Model = list })
        {
            IsWide = true,
            Scripts = ["desk-lists.js"],
            Crumbs = list.Section is null || kind == ItemKind.Document ? Crumbs(reader, list.Section) : [new DeskCrumb(texts["Media.All"], DeskAddress.Media), .. Crumbs(reader, list.Section)],
            Actions = new ListActionsView { Model = list },
        });
    }

    /// <summary>Which types may be created here, each with the way to write it.</summary>
    public async Task CreateAsync(HttpContext http)
    {
        if (await AtAsync(http) is not { } at) return;
        var (reader, section, kind) = at;

        // Who adds to a section mostly adds another of what is there.
        var usual = section is null ? [] : reader.Catalogue.Children(section).CountBy(child => child.Item.Type).ToDictionary();
        var types = reader.Schema.Types
            .Where(type => kind == ItemKind.Media ? type.Kind == Core.Schema.ContentTypeKind.Media : type.Kind == Core.Schema.ContentTypeKind.Document)
            .Where(type => section is null ? type.AllowedAtRoot : reader.Type(section)?.AllowedChildren.Contains(type.Key) == true)
            .OrderByDescending(type => usual.GetValueOrDefault(type.Alias))
            .ThenBy(type => type.Name, StringComparer.CurrentCulture)
            .ToList();
        if (!reader.May(Act.Write, kind, section?.Key))
        {
            await serving.ForbidAsync(http);
            return;
        }

        await serving.SendAsync(http, new DeskPage(section is null ? texts["Tree.CreateAtRoot"] : texts["Tree.CreateIn", section.Name], new CreateView { Model = new CreateModel(section, types) })
        {
            Crumbs = [.. Crumbs(reader, section), .. section is null ? [] : new[] { Crumb(section) }],
        });
    }

    public async Task SortAsync(HttpContext http)
    {
        if (await AtAsync(http) is not { } at) return;
        var (reader, section, kind) = at;
        if (!reader.May(Act.Arrange, kind, section?.Key))
        {
            await serving.ForbidAsync(http);
            return;
        }

        var moved = http.Request.Query["done"] == "1";
        await serving.SendAsync(http, new DeskPage(section is null ? texts["Tree.SortRoot"] : texts["Tree.SortIn", section.Name], new SortView { Model = new SortModel(section, kind, reader.Catalogue.Children(kind, section?.Key), Token(http)) })
        {
            Crumbs = [.. Crumbs(reader, section), .. section is null ? [] : new[] { Crumb(section) }],
            Scripts = ["desk-lists.js"],
            Note = moved ? new DeskNote(texts["Tree.Sorted"]) : http.Request.Query["refused"].FirstOrDefault() is { Length: > 0 } ? new DeskNote(texts["Tree.NotSorted"], IsBad: true) : null,
        });
    }

    public async Task SaveOrderAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await readers.OfAsync(http) is not { } reader) return;
        Guid? parent = Guid.TryParse(form["in"], out var key) ? key : null;
        var kind = form["kind"] == "media" ? ItemKind.Media : ItemKind.Document;
        var order = SortModel.Order(form, reader.Catalogue.Children(kind, parent));
        var result = await tree.SortAsync(new NewOrder(kind, parent, order, http.Person), http.RequestAborted);
        var moved = form["up"].FirstOrDefault() ?? form["down"].FirstOrDefault();
        var outcome = result is WriteResult.Done ? "done=1" : "refused=1";
        DeskServing.Lead(http, $"{SortPath}?in={(parent is { } own ? own.ToString("n") : "root")}&kind={(kind == ItemKind.Media ? "media" : "content")}&{outcome}{(moved is null ? "" : $"#i-{moved}")}");
    }

    public async Task SaveViewAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var name = form["name"].ToString().Trim();
        var list = form["list"] == "media" ? "media" : "content";
        var query = form["query"].ToString();
        if (name.Length is > 0 and <= 60 && query.Length <= 1000 && !name.Any(char.IsControl))
        {
            await store.WriteAsync(
                async transaction =>
                {
                    if (form["do"] == "remove") await transaction.RemoveViewAsync(http.Person.By, name);
                    else await transaction.SaveViewAsync(http.Person.By, new SavedView(name, list, query), TimeProvider.System.GetUtcNow());
                    return new WriteResult.Done(0, Guid.Empty, 0);
                },
                http.RequestAborted);
        }

        DeskServing.Lead(http, DeskReturn.Of(form["return"], DeskAddress.Content));
    }

    internal static DeskCrumb Crumb(DraftEntry entry) => new(entry.Name, $"{(entry.Item.Kind == ItemKind.Media ? DeskAddress.Media : DeskAddress.Content)}?in={entry.Key:n}");

    internal static System.Collections.Immutable.ImmutableArray<DeskCrumb> Crumbs(DraftReader reader, DraftEntry? section) =>
        section is null ? [] : [.. reader.Catalogue.Ancestors(section.Key).Select(Crumb)];

    /// <summary>The section that a request names by <c>in</c>; an answer was given where there is none.</summary>
    private async Task<(DraftReader Reader, DraftEntry? Section, ItemKind Kind)?> AtAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            await serving.ForbidAsync(http);
            return null;
        }

        var kind = http.Request.Query["kind"] == "media" ? ItemKind.Media : ItemKind.Document;
        if (!Guid.TryParse(http.Request.Query["in"], out var key)) return (reader, null, kind);
        if (reader.Catalogue.Find(key) is { Item: { Trashed: false } item } section && item.Kind == kind) return (reader, section, kind);
        await serving.LoseAsync(http);
        return null;
    }

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? "";
}

/// <summary>The types that may be created in a section (null: at the root).</summary>
internal sealed record CreateModel(DraftEntry? Section, IReadOnlyList<Core.Schema.ContentType> Types)
{
    public string Address(Core.Schema.ContentType type) => $"/desk/content/new?type={Uri.EscapeDataString(type.Alias)}{(Section is null ? "" : $"&parent={Section.Key:d}")}{(type.Kind == Core.Schema.ContentTypeKind.Media ? "&kind=media" : "")}";
}
