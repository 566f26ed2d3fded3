using System.Collections.Immutable;
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

/// <summary><c>/desk/trash</c>: what was put into the bin, to be taken out of it or removed for good.</summary>
internal sealed class TrashPages(DraftReaders readers, DeedReports reports, Deeds deeds, ContentTree tree, IContentStore store, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    public const string EmptyPath = "/desk/trash/empty";

    public async Task ListAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            await serving.ForbidAsync(http);
            return;
        }

        var model = TrashModel.Of(http, reader, reports.Find(http.Request, http.Person.By), Token(http));
        model = model with { Throws = await ThrowsAsync(model.Rows, http.RequestAborted) };
        await serving.SendAsync(http, new DeskPage(texts["Trash.Title"], new TrashView { Model = model }) { IsWide = true, Scripts = ["desk-lists.js"] });
    }

    /// <summary>Asks before the bin is emptied.</summary>
    public async Task AskAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader || !reader.May(Act.Delete, Kind(http.Request.Query["kind"]), null))
        {
            await serving.ForbidAsync(http);
            return;
        }

        var model = TrashModel.Of(http, reader, null, Token(http)) with { Page = 1 };
        var users = await deeds.UsersAsync(model.All, reader, http.RequestAborted);
        await serving.SendAsync(http, new DeskPage(texts["Trash.Empty.Title"], new EmptyTrashView { Model = model with { Users = users } }) { Crumbs = [new DeskCrumb(texts["Trash.Title"], model.Address.Here)] });
    }

    public async Task EmptyAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var kind = Kind(form["kind"]);
        var result = await tree.EmptyBinAsync(kind, http.Person, http.RequestAborted);
        var report = new DeedReport("empty", [DeedLine.Of(Guid.Empty, texts["Trash.Everything"], null, result)]);
        DeskServing.Lead(http, $"{DeskAddress.Trash}?kind={(kind == ItemKind.Media ? "media" : "content")}&report={reports.Keep(http.Person.By, report):n}");
    }

    /// <summary>Who put each item into the bin, and when.</summary>
    private Task<ImmutableDictionary<Guid, Change>> ThrowsAsync(IEnumerable<DraftEntry> rows, CancellationToken cancellation) => store.ReadAsync(
        async reader =>
        {
            var throws = ImmutableDictionary.CreateBuilder<Guid, Change>();
            foreach (var entry in rows)
            {
                if (await reader.ChangesAsync(new ChangeQuery(1) { Key = entry.Key, Kind = ChangeKind.Trashed }) is [var change]) throws[entry.Key] = change;
            }

            return throws.ToImmutable();
        },
        cancellation);

    private static ItemKind Kind(string? text) => text == "media" ? ItemKind.Media : ItemKind.Document;

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? "";
}

/// <summary>What is in the bin of a kind.</summary>
internal sealed record TrashModel(DraftReader Reader, ItemKind Kind, ListAddress Address, ImmutableArray<DraftEntry> All, int Page, DeedReport? Report, string Token)
{
    private const int PageSize = 100;

    public IReadOnlyList<DraftEntry> Users { get; init; } = [];

    /// <summary>Who put what into the bin, as the change log has it.</summary>
    public ImmutableDictionary<Guid, Change> Throws { get; init; } = ImmutableDictionary<Guid, Change>.Empty;

    public IEnumerable<DraftEntry> Rows => All.Skip((Page - 1) * PageSize).Take(PageSize);

    public int Pages => Math.Max(1, (All.Length + PageSize - 1) / PageSize);

    public bool MayRestore => All.Any(entry => Reader.May(Act.Discard, entry));

    public bool MayDelete => All.Any(entry => Reader.May(Act.Delete, entry));

    public bool MayEmpty => Reader.May(Act.Delete, Kind, null);

    public string KindName => Kind == ItemKind.Media ? "media" : "content";

    public static TrashModel Of(HttpContext http, DraftReader reader, DeedReport? report, string token)
    {
        var address = ListAddress.Of(http.Request, "kind", "q", "page");
        var kind = address["kind"] == "media" ? ItemKind.Media : ItemKind.Document;
        var sought = DraftSearch.For(address["q"]);
        ImmutableArray<DraftEntry> all = [.. reader.Catalogue.Bin(kind).Where(sought).OrderByDescending(entry => entry.ChangedAt)];
        var page = Math.Clamp(int.TryParse(address["page"], out var asked) ? asked : 1, 1, Math.Max(1, (all.Length + PageSize - 1) / PageSize));
        return new TrashModel(reader, kind, address, all, page, report, token);
    }

    public int Below(DraftEntry entry) => Reader.Catalogue.Below(Kind, entry.Key).Count();

    /// <summary>Where it would go back to; null when that is gone.</summary>
    public string? Origin(DraftEntry entry)
    {
        if (entry.Item.TrashedFrom is not { } from) return Reader.Type(entry)?.AllowedAtRoot == true ? "" : null;
        return Reader.Catalogue.Find(from) is { Item.Trashed: false } origin ? string.Join(" › ", Reader.Catalogue.Ancestors(from).Append(origin).Select(place => place.Name)) : null;
    }

    public string PageAddress(int page) => Address.With("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)).Here;
}
