using Repository.Core.Content;

namespace Repository.Core.Publishing;

/// <summary>
/// Follows an address step by step as far as something public stands there, or once stood. Below what is gone the way goes on: whoever withdrew a section withdrew all
/// that was in it. What is restricted was never there, and nothing below it either.
/// </summary>
internal sealed class GoneAddresses(PublishedSnapshot snapshot, string culture, bool hasPrefix)
{
    /// <summary>What does not vary has no address with a language's prefix.</summary>
    private readonly string[] _cultures = hasPrefix ? [culture] : [culture, ItemContent.Invariant];

    /// <summary>The last item on the way that is still there, where the way ends at something that is not; null for addresses of what is there, and of what never was.</summary>
    public PublishedItem? Nearest(PublishedItem root, IEnumerable<string> segments)
    {
        var (at, nearest, isGone) = (root.Key, root, false);
        foreach (var segment in segments)
        {
            if (Step(at, segment) is not { } next) return null;
            at = next;
            if (Find(at) is { } item) nearest = item;
            else isGone = true;
        }

        return isGone ? nearest : null;
    }

    private Guid? Step(Guid parent, string segment)
    {
        var child = Find(parent) is { } above ? Routing.Child(snapshot, above, segment, culture)?.Key : HiddenChild(parent, segment);
        if (child is not null) return child;
        foreach (var spoken in _cultures)
        {
            if (snapshot.FormerSegments.TryGetValue(new FormerKey(parent, spoken, segment), out var former)) return IsWithheld(former) ? null : former;
        }

        return null;
    }

    /// <summary>What is still published, but under something that no longer is.</summary>
    private Guid? HiddenChild(Guid parent, string segment)
    {
        foreach (var key in snapshot.Children.GetValueOrDefault(parent, []))
        {
            var isHere = snapshot.Records[key].Publications.Any(publication => _cultures.Contains(publication.Culture) && string.Equals(publication.Segment, segment, StringComparison.OrdinalIgnoreCase));
            if (isHere && !IsWithheld(key)) return key;
        }

        return null;
    }

    private PublishedItem? Find(Guid key) => snapshot.Find(ItemKind.Document, key, culture);

    private bool IsWithheld(Guid key)
    {
        for (Guid? at = key; at is { } here && snapshot.Records.TryGetValue(here, out var record); at = record.Item.ParentKey)
        {
            if (record.Item.Restricted) return true;
        }

        return false;
    }
}
