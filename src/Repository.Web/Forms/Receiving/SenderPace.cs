using System.Net;
using System.Net.Sockets;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// How often one address may do something within a window of time. Addresses are kept in memory only, and no longer than the window. Thread-safe; each
/// node counts for itself.
/// </summary>
internal sealed class SenderPace(long most, TimeSpan window, TimeProvider clock)
{
    private const int MostAddresses = 50_000;
    private const int NetworkBytes = 8;

    private readonly Dictionary<string, (DateTimeOffset Since, long Count)> _counts = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();

    /// <summary>Null for whoever may go on; otherwise how long to wait.</summary>
    public TimeSpan? Book(string address)
    {
        if (most == 0) return null;
        var now = clock.GetUtcNow();
        var network = Network(address);
        lock (_turn)
        {
            if (_counts.Count > MostAddresses) Sweep(now);
            var (since, count) = Counted(network, now);
            if (count >= most) return since + window - now;
            _counts[network] = (since, count + 1);
            return null;
        }
    }

    /// <summary>The same for whoever is only about to do it, and cannot say yet how much it will be.</summary>
    public TimeSpan? WaitOf(string address)
    {
        if (most == 0) return null;
        var now = clock.GetUtcNow();
        lock (_turn) return Counted(Network(address), now) is var (since, count) && count >= most ? since + window - now : null;
    }

    /// <summary>It has been done, whether or not there was room for all of it.</summary>
    public void Add(string address, long amount)
    {
        if (most == 0 || amount == 0) return;
        var (now, network) = (clock.GetUtcNow(), Network(address));
        lock (_turn)
        {
            if (_counts.Count > MostAddresses) Sweep(now);
            var (since, count) = Counted(network, now);
            _counts[network] = (since, count + amount);
        }
    }

    private (DateTimeOffset Since, long Count) Counted(string network, DateTimeOffset now) =>
        _counts.TryGetValue(network, out var known) && now - known.Since < window ? known : (now, 0);

    /// <summary>Who has one address of IPv6 has the 2⁶⁴ around it.</summary>
    internal static string Network(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(parsed.GetAddressBytes().AsSpan(0, NetworkBytes)) : address;

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (network, _) in _counts.Where(known => now - known.Value.Since >= window).ToList()) _counts.Remove(network);
        // So many within one window are an attack by itself: whoever is counted is forgotten rather than the memory filled.
        if (_counts.Count > MostAddresses) _counts.Clear();
    }
}
