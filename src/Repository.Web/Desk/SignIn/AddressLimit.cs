using System.Net;
using System.Net.Sockets;

namespace Repository.Web.Desk.SignIn;

/// <summary>
/// Ten failures within a minute from one address, and it has to wait. An attempt counts as failed until it turns out well, so that many at once are no way around. Each node counts for itself.
/// </summary>
internal sealed class AddressLimit(TimeProvider clock)
{
    public const int Most = 10;
    private const int MostAddresses = 10_000;
    private const int NetworkBytes = 8;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, List<DateTimeOffset>> _attempts = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();

    /// <summary>Null for whoever may try; otherwise how long to wait.</summary>
    public TimeSpan? Book(string address)
    {
        var now = clock.GetUtcNow();
        lock (_turn)
        {
            if (_attempts.Count > MostAddresses) Sweep(now);
            var attempts = _attempts.TryGetValue(Network(address), out var known) ? known : _attempts[Network(address)] = [];
            attempts.RemoveAll(at => now - at >= Window);
            if (attempts.Count >= Most) return attempts[0] + Window - now;
            attempts.Add(now);
            return null;
        }
    }

    /// <summary>The attempt that was booked last turned out well.</summary>
    public void Forgive(string address)
    {
        lock (_turn)
        {
            if (_attempts.TryGetValue(Network(address), out var attempts) && attempts.Count > 0) attempts.RemoveAt(attempts.Count - 1);
        }
    }

    /// <summary>Who has one address of IPv6 has the 2⁶⁴ around it.</summary>
    private static string Network(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(parsed.GetAddressBytes().AsSpan(0, NetworkBytes)) : address;

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (address, _) in _attempts.Where(known => known.Value.TrueForAll(at => now - at >= Window)).ToList()) _attempts.Remove(address);
    }
}
