using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Repository.Testing;
using Repository.Web.Media.Uploads;

namespace Repository.Specs.Media;

/// <summary>A site that lets everyone bring files.</summary>
public sealed class UploadSite : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site is not started.");

    public string DataPath => _folder.Path;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartOnAsync(DataPath, services => services.AddSingleton<IUploadGate>(new OpenGate()));

    public async Task RestartAsync()
    {
        await Site.DisposeAsync();
        await InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class OpenGate : IUploadGate
    {
        public Task<Admittance> AdmitAsync(HttpContext http) => Task.FromResult(new Admittance("ana"));
    }
}
