using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Tree;

namespace Repository.Web.Desk.Translating;

/// <summary>What is not written in a language, or was written before its original changed.</summary>
internal sealed record TranslationQueue
{
    private const int PageSize = 50;

    public required DraftReader Reader { get; init; }
    public required ListAddress Address { get; init; }
    public required string Culture { get; init; }

    /// <summary>"missing" or "behind".</summary>
    public required string What { get; init; }
    public required ImmutableArray<DraftEntry> Rows { get; init; }
    public required int Total { get; init; }
    public required int Missing { get; init; }
    public required int Behind { get; init; }
    public required int Page { get; init; }
    public required ImmutableArray<(string Alias, string Name)> Types { get; init; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public IEnumerable<string> Cultures => Reader.Schema.Languages.Where(language => !language.IsDefault).Select(language => language.Tag);

    /// <summary>Null where there is no second language.</summary>
    public static TranslationQueue? Of(HttpRequest request, DraftReader reader)
    {
        var address = ListAddress.Of(request, "culture", "what", "type", "q", "page");
        var culture = reader.Schema.KnownTag(address["culture"]) ?? reader.Schema.Languages.FirstOrDefault(language => !language.IsDefault)?.Tag;
        if (culture is null) return null;
        var sought = DraftSearch.For(address["q"]);
        var documents = reader.Catalogue.All.Where(entry => entry.Item.Kind == ItemKind.Document && sought(entry)).ToList();
        var missing = documents.Where(entry => entry.Untranslated.Contains(culture)).ToList();
        var behind = documents.Where(entry => entry.Cultures.Any(own => own.Culture == culture && own.IsBehind)).ToList();
        var what = address["what"] == "behind" ? "behind" : "missing";
        var chosen = what == "behind" ? behind : missing;
        var found = chosen.Where(entry => !address.Has("type") || entry.Item.Type == address["type"]).OrderByDescending(entry => entry.ChangedAt).ToList();
        var page = Math.Clamp(int.TryParse(address["page"], out var asked) ? asked : 1, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        return new TranslationQueue
        {
            Reader = reader,
            Address = address,
            Culture = culture,
            What = what,
            Rows = [.. found.Skip((page - 1) * PageSize).Take(PageSize)],
            Total = found.Count,
            Missing = missing.Count,
            Behind = behind.Count,
            Page = page,
            Types = [.. chosen.Select(entry => entry.Item.Type).Distinct().Select(type => (type, reader.TypeName(ItemKind.Document, type))).OrderBy(type => type.Item2, StringComparer.CurrentCulture)],
        };
    }

    public string PageAddress(int page) => Address.With("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)).Here;

    public string Translate(DraftEntry entry) => $"{DeskAddress.Of(entry.Key)}/translate/{Uri.EscapeDataString(Culture)}";
}
