using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Results;
using Repository.Specs.Desk;
using Repository.Specs.Site;
using Repository.Web.Forms;
using Repository.Web.Forms.Results;
using Repository.Web.Live;

namespace Repository.Specs.Forms;

/// <summary>A site whose survey 400 people answered in two months that are over.</summary>
public sealed class SurveySite : IAsyncLifetime
{
    public const string Results = "/participa/encuesta/resultados/";
    public static readonly DateTimeOffset March = new(2026, 3, 1, 15, 0, 0, TimeSpan.Zero);

    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    public ImmutableArray<FormEntry> People { get; private set; } = [];

    /// <summary>The page when fewer had answered than a group is made of.</summary>
    public string Before { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        var few = await Site.AnswerAsync(PublishedResults.LeastGroup - 1, 1, March, 28);
        await CountAsync();
        Before = await Site.PageAsync(Results);
        People = [.. few, .. await Site.AnswerAsync(201, 7, March, 28), .. await Site.AnswerAsync(150, 8, March.AddMonths(1), 28)];
        await CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>As another process would when the months are over.</summary>
    public async Task CountAsync()
    {
        using var publishing = new ResultPublishing(
            Site.Service<FormBook>(),
            Site.Service<IEntryStore>(),
            Site.Service<IResultStore>(),
            Site.Service<ResultBook>(),
            Site.Service<LiveContent>(),
            new DeskKit.SetClock { Now = new DateTimeOffset(2026, 6, 10, 12, 0, 0, TimeSpan.Zero) },
            NullLogger<ResultPublishing>.Instance);
        await publishing.RunAsync(TestContext.Current.CancellationToken);
    }
}
