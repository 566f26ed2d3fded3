using System.Security.Cryptography;
using System.Text;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// Counts how often a survey was answered from one browser at one connection on one day, without keeping either: what is counted is a hash with a
/// salt that is thrown away with the day, and only in memory. Nobody can tell afterwards who answered. Thread-safe.
/// </summary>
internal sealed class AnswerMarks(TimeProvider clock)
{
    /// <summary>A family or a library answers from one connection too.</summary>
    public const int MostAlike = 3;

    private const int MostMarks = 100_000;

    private readonly Dictionary<UInt128, int> _counts = [];
    private readonly Lock _turn = new();
    private byte[] _salt = [];
    private DateOnly _day;

    /// <summary>True once more have answered alike than usually do.</summary>
    public bool AreMany(Guid form, string address, string browser)
    {
        lock (_turn)
        {
            Renew();
            var mark = BitConverter.ToUInt128(HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes($"{form:n}\n{address}\n{browser}")));
            if (_counts.Count >= MostMarks) _counts.Clear();
            return (_counts[mark] = _counts.GetValueOrDefault(mark) + 1) > MostAlike;
        }
    }

    private void Renew()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (_salt.Length > 0 && _day == today) return;
        (_day, _salt) = (today, RandomNumberGenerator.GetBytes(32));
        _counts.Clear();
    }
}
