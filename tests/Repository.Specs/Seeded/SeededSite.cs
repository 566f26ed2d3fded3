using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Repository.Specs.Seeded;
using Repository.Specs.Site;
using Repository.Web.Resources;

[assembly: AssemblyFixture(typeof(SeededSite))]

namespace Repository.Specs.Seeded;

/// <summary>One site with the seed content for all who only read. It has a key, so that previews can be asked for.</summary>
public sealed class SeededSite : IAsyncLifetime
{
    public const string Key = "secret";

    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    public Api Api => new(Site.Client);

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        services => services.AddSingleton<IStringLocalizer<SiteTexts>, WatchedTexts>(), $"Delivery:ApiKey={Key}");

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }
}
