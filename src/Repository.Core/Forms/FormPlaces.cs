using System.Collections.Frozen;

namespace Repository.Core.Forms;

/// <summary>The municipalities people can choose, by official key, each with the key of its region.</summary>
public sealed class FormPlaces(IEnumerable<FormPlace> places)
{
    public static readonly FormPlaces None = new([]);

    private readonly FrozenDictionary<string, FormPlace> _byKey = places.ToFrozenDictionary(place => place.Key, StringComparer.Ordinal);

    public FormPlace? Find(string key) => _byKey.GetValueOrDefault(key);

    public IEnumerable<FormPlace> All => _byKey.Values.OrderBy(place => place.Key, StringComparer.Ordinal);
}

public sealed record FormPlace(string Key, string Name, string Region);
