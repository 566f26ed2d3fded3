using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Specs.Delivery;
using Repository.Testing;

[assembly: AssemblyFixture(typeof(VillageSite))]

namespace Repository.Specs.Delivery;

/// <summary>A site with the project's schema and nothing but the village in it. The one that all classes share is only read; who writes starts one of their own.</summary>
public class VillageSite : IAsyncLifetime
{
    private readonly TemporaryFolder _schema = new();
    private readonly TemporaryFolder _data = new();
    private readonly List<TestSite> _others = [];
    private readonly string[] _settings;
    private TestSite? _site;

    public VillageSite()
        : this([])
    {
    }

    private protected VillageSite(params string[] settings) => _settings = settings;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site is not started.");

    /// <summary>The data folder of the site.</summary>
    public string DataPath => _data.Path;

    public static async Task<VillageSite> StartAsync(params string[] settings)
    {
        var village = new VillageSite(settings);
        await village.InitializeAsync();
        return village;
    }

    public async ValueTask InitializeAsync()
    {
        BareSchema.CopyTo(_schema.Path);
        await WriteFilesAsync();
        _site = await TestSite.StartOnAsync(_data.Path, [$"USyncPath={_schema.Path}", .. _settings]);
        await ImportAsync(new Village(_site.Service<ContentSchema>()).Batch());
    }

    /// <summary>Another process on the same content, with settings of its own.</summary>
    public async Task<TestSite> AnotherAsync(params string[] settings)
    {
        var other = await TestSite.StartOnAsync(_data.Path, [$"USyncPath={_schema.Path}", .. settings]);
        _others.Add(other);
        return other;
    }

    /// <summary>Another process on the same content, on a machine that has not everything.</summary>
    public async Task<TestSite> AnotherAsync(Action<IServiceCollection> exchange)
    {
        var other = await TestSite.StartOnAsync(_data.Path, exchange, $"USyncPath={_schema.Path}");
        _others.Add(other);
        return other;
    }

    /// <summary>News that all point to each other and to themselves.</summary>
    internal Task WriteACircleAsync(int items)
    {
        var handles = Enumerable.Range(0, items).Select(number => $"circle {number}").ToArray();
        return ImportAsync([.. handles.Select(handle => new AnItem(handle, "newsItem", "paginas").Named(handle, Village.Spanish).With("relatedItems", Stored.Picked(handles)))]);
    }

    internal async Task ImportAsync(params AnItem[] items)
    {
        var batch = new ImportBatch([.. items.Select((item, order) => item.Imported(order))], [], "specs");
        await ImportAsync(batch);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var other in _others) await other.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
        _schema.Dispose();
        _data.Dispose();
    }

    private async Task ImportAsync(ImportBatch batch)
    {
        var importing = new ContentImport(Site.Service<ContentWriter>(), Site.Service<ContentValidation>());
        var report = await importing.ImportAsync(batch, TestContext.Current.CancellationToken);
        if (!report.Problems.IsEmpty) throw new InvalidOperationException(string.Join('\n', report.Problems));
    }

    private async Task WriteFilesAsync()
    {
        foreach (var (name, content) in Village.Files)
        {
            var file = Path.Combine(_data.Path, "media", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, content);
        }
    }
}

/// <summary>A village whose key is known, for one class.</summary>
public sealed class KeyedVillageSite : VillageSite
{
    public KeyedVillageSite()
        : base("Delivery:ApiKey=secreto")
    {
    }
}

/// <summary>A village that tells rich text as a tree, for one class.</summary>
public sealed class TreeVillageSite : VillageSite
{
    public TreeVillageSite()
        : base("Delivery:RichTextOutputAsJson=true")
    {
    }
}
