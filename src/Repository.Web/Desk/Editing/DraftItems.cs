using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Core.Text;

namespace Repository.Web.Desk.Editing;

/// <summary>Items as the desk knows them, drafts included: what they are called, where they stand, and which of them a field may pick. For one request.</summary>
internal sealed class DraftItems(PublishedSnapshot drafts)
{
    private const int UdiKeyLength = 32;

    private string Language => drafts.Schema.DefaultLanguage.Tag;

    /// <summary>Null for what is in the bin or gone.</summary>
    public DraftItem? Find(Guid key) => drafts.Find(key) is { } item ? Of(item) : null;

    /// <summary>The same by Umbraco's name for it.</summary>
    public DraftItem? Find(string udi) => udi.Length >= UdiKeyLength && Guid.TryParse(udi[(udi.LastIndexOf('/') + 1)..], out var key) ? Find(key) : null;

    /// <summary>The items that an offer allows and whose names have words that begin with what was typed; those whose name begins so come first.</summary>
    public ImmutableArray<DraftItem> Seek(PickOffer offer, string typed, int most)
    {
        var words = Words.Of(typed).ToArray();
        var found = new List<(int Rank, DraftItem Item)>();
        foreach (var item in Below(offer))
        {
            if (!offer.Allows(item) || offer.Except == item.Key) continue;
            var known = Of(item);
            if (Rank(known.Name, words) is { } rank) found.Add((rank, known));
        }

        return [.. (words.Length == 0 ? found.AsEnumerable() : found.OrderBy(hit => hit.Rank).ThenBy(hit => hit.Item.Name.Length)).Take(most).Select(hit => hit.Item)];
    }

    /// <summary>Items of a type whose names share most of their words with a name.</summary>
    public ImmutableArray<DraftItem> Like(string type, string name, Guid except, int most)
    {
        var words = Words.Of(name).Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0) return [];
        var alike = new List<(double Share, DraftItem Item)>();
        foreach (var item in drafts.Documents().Where(item => item.Type.Alias == type && item.Key != except))
        {
            var known = Of(item);
            var others = Words.Of(known.Name).Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal);
            var share = (double)others.Count(words.Contains) / Math.Max(words.Count, others.Count);
            if (share >= 0.6) alike.Add((share, known));
        }

        return [.. alike.OrderByDescending(hit => hit.Share).Take(most).Select(hit => hit.Item)];
    }

    private IEnumerable<PublishedItem> Below(PickOffer offer)
    {
        var view = drafts.View(offer.Kind, offer.Kind == ItemKind.Media ? ItemContent.Invariant : Language);
        var places = offer.StartNode is { } start && view.OrdinalOf(start) >= 0 ? view.Descendants(start) : view.All;
        return places.Page(0, int.MaxValue).Select(ordinal => view[ordinal]);
    }

    private DraftItem Of(PublishedItem item)
    {
        var here = item.In(Language) ?? item.Cultures[0];
        var above = item.ParentKey is { } parent && drafts.Find(parent) is { } found ? (found.In(Language) ?? found.Cultures[0]).Name : "";
        return new DraftItem(item, here.Name, above);
    }

    /// <summary>Every word that was typed must begin a word of the name; null otherwise.</summary>
    private static int? Rank(string name, string[] typed)
    {
        if (typed.Length == 0) return 0;
        var words = Words.Of(name).ToArray();
        if (!typed.All(wanted => words.Any(word => word.StartsWith(wanted, StringComparison.Ordinal)))) return null;
        return words[0].StartsWith(typed[0], StringComparison.Ordinal) ? 0 : 1;
    }
}

/// <param name="Above">What the item it stands in is called; empty for roots.</param>
internal sealed record DraftItem(PublishedItem Item, string Name, string Above)
{
    public Guid Key => Item.Key;

    public ContentType Type => Item.Type;

    public string Udi => $"umb://{(Item.Kind == ItemKind.Media ? "media" : "document")}/{Item.Key:n}";

    public bool IsPicture => Item.Type.Property("altText") is not null && FileAddress.Length > 0;

    public bool HasAlt => Item.Type.Property("altText") is not null;

    public string Alt => Value("altText");

    public bool IsDecorative => Value("decorative") == "1";

    /// <summary>Where the file of a media item is; empty for what has none.</summary>
    public string FileAddress => Value(MediaProperties.File) is { Length: > 0 } stored ? stored.StartsWith('{') ? StoredJson.Parse(stored)?.Text("src") ?? "" : stored : "";

    /// <summary>One stored text that is the same in all languages.</summary>
    public string Value(string alias) => Item.Content.Value(alias, ItemContent.Invariant) ?? "";
}
