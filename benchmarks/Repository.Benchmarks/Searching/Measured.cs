namespace Repository.Benchmarks.Searching;

/// <summary>What an engine did in all rounds so far, over one corpus.</summary>
internal sealed class Measured(Engine engine, string documents, string queries, Workshop workshop) : IDisposable
{
    private readonly List<BuildFigures> _builds = [];
    private readonly List<QueryFigures> _queries = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("search-bench-").FullName;

    /// <summary>Why the engine cannot be measured here.</summary>
    public string? Missing { get; private set; }

    public double Rate => _builds.Select(build => build.Rate).Median();

    public double IndexBytes => _builds[^1].IndexBytes;

    public double IndexingBytes => _builds.Select(build => (double)build.PeakBytes).Median();

    public double SearchingBytes => _queries.Select(query => (double)query.PeakBytes).Median();

    public async Task RunAsync()
    {
        try
        {
            _builds.Add(await engine.BuildAsync(documents, Folder));
            _queries.Add(await engine.QueryAsync(Folder, queries, workshop.Quick ? 3 : 10));
        }
        catch (EngineMissingException missing) when (engine == Engine.Lucene)
        {
            Missing = missing.Message;
        }
    }

    /// <summary>All queries first, then each kind.</summary>
    public IReadOnlyList<Percentiles> Queries() =>
    [
        Percentiles.Median(_queries.Select(query => query.All)),
        .. _queries.SelectMany(query => query.Kinds).GroupBy(kind => kind.Kind).Select(Percentiles.Median),
    ];

    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
