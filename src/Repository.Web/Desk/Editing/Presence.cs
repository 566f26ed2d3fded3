using System.Collections.Concurrent;
using System.Collections.Immutable;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.Editing;

/// <summary>Who has which item open, as far as this node hears of it. Nobody says goodbye: whoever has not been heard of for a while is gone. Thread-safe.</summary>
internal sealed class Presence(TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly ConcurrentDictionary<Guid, ImmutableDictionary<Guid, (string Name, DateTimeOffset At)>> _byItem = new();

    /// <summary>A person is here; who else is?</summary>
    public IReadOnlyList<string> Meet(Guid item, Person person)
    {
        var now = clock.GetUtcNow();
        var here = _byItem.AddOrUpdate(
            item,
            _ => ImmutableDictionary<Guid, (string, DateTimeOffset)>.Empty.Add(person.Key, (person.Name, now)),
            (_, known) => known.RemoveRange(known.Where(other => now - other.Value.At > Patience).Select(other => other.Key)).SetItem(person.Key, (person.Name, now)));
        Forget(now);
        return [.. here.Where(other => other.Key != person.Key).Select(other => other.Value.Name).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>Items that nobody looks at any more take no room.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var item in _byItem)
        {
            if (item.Value.All(person => now - person.Value.At > Patience)) _byItem.TryRemove(item);
        }
    }
}
