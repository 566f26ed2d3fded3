using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Core.Indexing;

/// <summary>A file that an item shows: the hash of its bytes, and its extension.</summary>
public readonly record struct ShownFile(string Hash, string Extension);

/// <summary>The files an item shows, as far as the public may have them, and what is told of their words. Pure but for what it is given.</summary>
public static class ItemFiles
{
    /// <summary>An item of many long files is found by the words of the first of them.</summary>
    private const int MostLetters = 200_000;

    /// <summary>In reading order, each once.</summary>
    public static ImmutableArray<ShownFile> Of(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        if (!ShowsMedia(item, snapshot, culture)) return [];
        var shown = new ShownItems(item, snapshot, culture);
        foreach (var (_, reading) in ItemFields.Readings(item, snapshot, culture)) shown.TextsOf(reading.Delivery);
        return [.. shown.Files];
    }

    internal static IEnumerable<IndexField> Fields(IEnumerable<ShownFile> files, IFileTexts texts, string culture)
    {
        var (known, awaited, letters) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>(), 0);
        foreach (var file in files)
        {
            if (letters > MostLetters) break;
            var text = texts.Find(file.Hash, file.Extension);
            if (text is null) awaited.Add(new AwaitedText(file.Hash, file.Extension).ToString());
            if (string.IsNullOrEmpty(text)) continue;
            known.Add(text);
            letters += text.Length;
        }

        if (known.Count > 0) yield return new IndexField(IndexFields.Files, new IndexValue { Texts = known.ToImmutable() }, culture);
        if (awaited.Count > 0) yield return new IndexField(IndexFields.Awaits, new IndexValue { Keywords = awaited.ToImmutable() }, culture);
    }

    /// <summary>Most items show none, and to find that out anew for each answer would cost more than to find the answer.</summary>
    private static bool ShowsMedia(PublishedItem item, PublishedSnapshot snapshot, string culture) => item.Content.Kept.Get(item.Varies ? culture : "", (item, snapshot, culture), static state =>
        ItemFields.Readings(state.item, state.snapshot, state.culture).Any(value => PickedItems.In(value.Reading.Delivery).Any(reference => reference.Kind == ReferenceKind.Media))
            ? MediaShown.Some
            : MediaShown.None).IsAny;

    /// <summary>Null for a medium of before files had a hash: nobody can be sure which bytes it means.</summary>
    internal static ShownFile? FileOf(PublishedItem medium) =>
        medium.Content.Value(MediaProperties.Hash, ItemContent.Invariant) is { Length: > 0 } hash && medium.Content.Value(MediaProperties.Extension, ItemContent.Invariant) is { Length: > 0 } extension
            ? new ShownFile(hash, extension)
            : null;

    private sealed record MediaShown(bool IsAny)
    {
        public static readonly MediaShown Some = new(true);
        public static readonly MediaShown None = new(false);
    }
}
