using Microsoft.Extensions.DependencyInjection;
using Repository.Specs.Delivery;

namespace Repository.Specs.Desk;

/// <summary>The kit as a fixture, with a site of its own.</summary>
public sealed partial class DeskKit : IAsyncLifetime
{
    private VillageSite? _village;

    public DeskKit()
        : this([])
    {
    }

    public static async Task<DeskKit> StartAsync(params string[] settings)
    {
        var kit = new DeskKit(settings);
        await kit.InitializeAsync();
        return kit;
    }

    /// <summary>The same with a clock that is set by hand.</summary>
    internal static async Task<DeskKit> StartWithClockAsync(params string[] settings) =>
        new([]) { _site = await TestSite.StartAsync(services => services.AddSingleton<TimeProvider>(new SetClock()), settings) };

    public async ValueTask InitializeAsync()
    {
        _village = await VillageSite.StartAsync(_settings);
        _site = _village.Site;
    }

    public async ValueTask DisposeAsync()
    {
        if (_village is not null) await _village.DisposeAsync();
        else if (_site is not null) await _site.DisposeAsync();
    }
}
