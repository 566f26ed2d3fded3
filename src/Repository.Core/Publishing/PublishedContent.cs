using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>
/// The published texts of one item, kept packed and read when someone asks. Immutable; readers may
/// keep what they derived from it in <see cref="Kept"/>, where it lives exactly as long as the content itself. What the type
/// withholds from the public has no way out of it.
/// </summary>
public sealed class PublishedContent
{
    private readonly PackedJson _texts;
    private readonly ImmutableArray<string> _withheld;

    private PublishedContent(ItemRecord source, ContentType shown)
    {
        Source = source;
        _withheld = shown.Withheld;
        _texts = source.Revisions.Count == 1 ? source.Revisions[0].Content : PackedJson.Of(Joined(source.Publications, source.Revisions));
    }

    public Keepsake Kept { get; } = new();

    /// <summary>The record this was read from: the same record means the same content.</summary>
    internal ItemRecord Source { get; }

    /// <param name="shown">The type as the public knows it.</param>
    public static PublishedContent Of(ItemRecord record, ContentType shown) => new(record, shown);

    public ItemContent Read() => ItemContentJson.Read(_texts.Utf8) is var content && _withheld.IsEmpty ? content : content with { Values = content.Values.RemoveRange(_withheld) };

    /// <summary>The stored texts by alias, those that do not vary and those of one culture.</summary>
    public IReadOnlyDictionary<string, (string? Invariant, string? Own)> Texts(string culture)
    {
        var texts = ItemContentJson.Texts(_texts.Utf8, culture);
        foreach (var alias in _withheld) texts.Remove(alias);
        return texts;
    }

    /// <summary>One stored text, found without reading the others.</summary>
    public string? Value(string alias, string culture) => _withheld.Contains(alias) ? null : ItemContentJson.Value(_texts.Utf8, alias, culture);

    /// <summary>Joins the revisions that different cultures show: each culture's texts from its own revision, what does not vary from the newest.</summary>
    private static byte[] Joined(IReadOnlyList<Publication> publications, IReadOnlyList<RevisionJson> revisions)
    {
        var newest = revisions.MaxBy(revision => revision.Number)!;
        var joined = ItemContentJson.Read(newest.Content.Utf8);
        foreach (var publication in publications.Where(publication => publication.Revision != newest.Number))
        {
            var own = ItemContentJson.Read(revisions.First(revision => revision.Number == publication.Revision).Content.Utf8);
            joined = Overlay(joined, own, publication.Culture);
        }

        return ItemContentJson.Write(joined);
    }

    private static ItemContent Overlay(ItemContent joined, ItemContent own, string culture)
    {
        if (own.Name(culture) is { } name) joined = joined.WithName(name, culture);
        foreach (var alias in joined.Values.Keys.Union(own.Values.Keys))
        {
            joined = joined.With(alias, own.Value(alias, culture) ?? "", culture);
        }

        return joined;
    }
}
