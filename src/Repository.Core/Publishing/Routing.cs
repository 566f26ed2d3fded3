using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Text;

namespace Repository.Core.Publishing;

/// <summary>Where a path leads.</summary>
public abstract record RouteMatch
{
    public static readonly RouteMatch Nothing = new Missing();

    public sealed record Found(PublishedItem Item, string Culture) : RouteMatch;

    /// <summary>The item was once here and is elsewhere now.</summary>
    public sealed record Moved(PublishedItem Item, string Culture) : RouteMatch;

    /// <summary>Something public was once here and is nowhere now.</summary>
    /// <param name="Nearest">The last item on the way there that is left.</param>
    public sealed record Gone(PublishedItem Nearest, string Culture) : RouteMatch;

    public sealed record Missing : RouteMatch;
}

/// <summary>
/// Finds items by path. A path may begin with a language's prefix; without a culture asked for, the prefix decides it. Old addresses are
/// found by walking down the tree, where every step may be one that an item once answered to: so a renamed section redirects all that is below it.
/// </summary>
public static class Routing
{
    /// <param name="hostCulture">The culture of a path without a prefix, when none is asked for; the default language when null.</param>
    public static RouteMatch Match(PublishedSnapshot snapshot, string path, string? culture, Guid? startItem, string? hostCulture = null)
    {
        var segments = Letters.Composed(path).ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > ItemDepth.Limit || segments.Any(IsForbidden)) return RouteMatch.Nothing;

        foreach (var reading in Readings(snapshot, segments, culture, hostCulture))
        {
            if (Current(snapshot, reading, startItem) is { } item) return new RouteMatch.Found(item, reading.Culture);
        }

        foreach (var reading in Readings(snapshot, segments, culture, hostCulture))
        {
            if (Former(snapshot, reading, startItem) is { } item) return new RouteMatch.Moved(item, reading.Culture);
        }

        foreach (var reading in Readings(snapshot, segments, culture, hostCulture))
        {
            if (Nearest(snapshot, reading, startItem) is { } nearest) return new RouteMatch.Gone(nearest, reading.Culture);
        }

        return RouteMatch.Nothing;
    }

    /// <summary>The path's address in a culture, with the language's prefix.</summary>
    public static string PathOf(PublishedSnapshot snapshot, PublishedCulture culture) =>
        snapshot.Schema.Prefixes.TryGetValue(culture.Culture, out var prefix) && !PreviewPath.Is(culture.Path) ? $"/{prefix}{culture.Path}" : culture.Path;

    /// <summary>The roots in order, in whatever culture they are seen.</summary>
    public static IEnumerable<PublishedItem> Roots(PublishedSnapshot snapshot) =>
        snapshot.Children.GetValueOrDefault(PublishedSnapshot.RootsOf(ItemKind.Document), []).Select(snapshot.Find).OfType<PublishedItem>();

    private static bool IsForbidden(string segment) => segment is ".." or "." || segment.Any(char.IsControl);

    private static IEnumerable<Reading> Readings(PublishedSnapshot snapshot, string[] segments, string? culture, string? hostCulture)
    {
        foreach (var (tag, prefix) in snapshot.Schema.Prefixes)
        {
            var fits = culture is null || string.Equals(culture, tag, StringComparison.OrdinalIgnoreCase);
            if (fits && segments is [var first, ..] && first == prefix) yield return new Reading(tag, [.. segments.Skip(1)], HasPrefix: true);
        }

        yield return new Reading(culture ?? hostCulture ?? snapshot.Schema.DefaultLanguage.Tag, [.. segments], HasPrefix: false);
    }

    private static PublishedItem? Current(PublishedSnapshot snapshot, Reading reading, Guid? startItem)
    {
        var path = reading.Segments.IsEmpty ? "/" : $"/{string.Join('/', reading.Segments)}/";
        foreach (var root in RootsToTry(snapshot, startItem))
        {
            if (At(snapshot, root.Key, path, reading.Culture) is { } item && reading.MayMean(item)) return item;
        }

        // A root has no segment in its path; its own name still finds it.
        return reading.Segments is [var only] && startItem is null
            ? Roots(snapshot).FirstOrDefault(root => root.In(reading.Culture)?.Segment == only && reading.MayMean(root))
            : null;
    }

    private static PublishedItem? Former(PublishedSnapshot snapshot, Reading reading, Guid? startItem)
    {
        if (reading.Segments.IsEmpty) return null;
        if (FormerIn(snapshot, reading, startItem) is { } item) return item;

        // What does not vary has one address in all languages, along the segments of the default one.
        var standard = reading with { Culture = snapshot.Schema.DefaultLanguage.Tag };
        return reading.Culture != standard.Culture && FormerIn(snapshot, standard, startItem) is { Varies: false } one ? one : null;
    }

    private static PublishedItem? FormerIn(PublishedSnapshot snapshot, Reading reading, Guid? startItem)
    {
        foreach (var root in RootsToTry(snapshot, startItem))
        {
            var item = reading.Segments.Aggregate((PublishedItem?)root, (parent, segment) => parent is null ? null : Step(snapshot, parent, segment, reading.Culture));
            if (item is not null && reading.MayMean(item)) return item;
        }

        return null;
    }

    private static PublishedItem? Nearest(PublishedSnapshot snapshot, Reading reading, Guid? startItem)
    {
        var gone = new GoneAddresses(snapshot, reading.Culture, reading.HasPrefix);
        return RootsToTry(snapshot, startItem).Select(root => gone.Nearest(root, reading.Segments)).FirstOrDefault(nearest => nearest is not null);
    }

    /// <summary>What answers to a segment below an item.</summary>
    internal static PublishedItem? Child(PublishedSnapshot snapshot, PublishedItem parent, string segment, string culture) =>
        parent.In(culture) is { } here ? At(snapshot, parent.RootKey, $"{here.Path.ToLowerInvariant()}{segment}/", culture) : null;

    private static PublishedItem? Step(PublishedSnapshot snapshot, PublishedItem parent, string segment, string culture) =>
        Child(snapshot, parent, segment, culture) ?? FormerAt(snapshot, parent.Key, culture, segment) ?? FormerAt(snapshot, parent.Key, ItemContent.Invariant, segment);

    private static PublishedItem? FormerAt(PublishedSnapshot snapshot, Guid parent, string culture, string segment) =>
        snapshot.FormerSegments.TryGetValue(new FormerKey(parent, culture, segment), out var key) ? snapshot.Find(ItemKind.Document, key, culture) : null;

    /// <summary>Also those that are not seen in the culture asked for: what does not vary is seen below them.</summary>
    private static IEnumerable<PublishedItem> RootsToTry(PublishedSnapshot snapshot, Guid? startItem) =>
        startItem is { } start ? Roots(snapshot).Where(root => root.Key == start) : Roots(snapshot);

    private static PublishedItem? At(PublishedSnapshot snapshot, Guid root, string path, string culture)
    {
        if (!snapshot.Routes.TryGetValue(new RouteKey(root, culture, path), out var key)
            && !snapshot.Routes.TryGetValue(new RouteKey(root, ItemContent.Invariant, path), out key)) return null;
        return snapshot.Find(ItemKind.Document, key, culture);
    }

    /// <summary>One way to understand a path: in a culture, with the segments behind its prefix where it has one.</summary>
    private sealed record Reading(string Culture, ImmutableArray<string> Segments, bool HasPrefix)
    {
        /// <summary>What does not vary has one address, and no language's prefix in it.</summary>
        public bool MayMean(PublishedItem item) => item.Varies || !HasPrefix;
    }
}
