namespace Repository.Web.Forms.Receiving;

/// <summary>Notices when the forms are under attack: many signs of machines within some minutes. Thread-safe; each node watches for itself.</summary>
internal sealed class AttackWatch(FormOptions options, TimeProvider clock)
{
    private const int Signs = 30;

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(15);

    private readonly Queue<DateTimeOffset> _signs = new();
    private readonly Lock _turn = new();
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>Should browsers prove that they have worked?</summary>
    public bool IsOn => options.Challenge switch
    {
        ChallengeUse.Always => true,
        ChallengeUse.Never => false,
        _ => IsUnderAttack(),
    };

    /// <summary>Something came that people do not send.</summary>
    public void Sign()
    {
        var now = clock.GetUtcNow();
        lock (_turn)
        {
            _signs.Enqueue(now);
            while (_signs.Count > Signs || (_signs.TryPeek(out var oldest) && now - oldest > Within)) _signs.Dequeue();
            if (_signs.Count == Signs) _until = now + Lasting;
        }
    }

    private bool IsUnderAttack()
    {
        lock (_turn) return clock.GetUtcNow() < _until;
    }
}
