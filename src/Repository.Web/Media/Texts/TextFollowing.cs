using Repository.Core.Indexing;
using Repository.Search;
using Repository.Storage.Files;
using Repository.Web.Live;
using Repository.Web.Operations;

namespace Repository.Web.Media.Texts;

/// <summary>
/// Follows the search index: reads the files whose words it waits for, beside everything else and one at a time, and has the items indexed anew that show
/// them. What it waits for stands in the index itself, so that no start and no kill can forget it.
/// </summary>
internal sealed partial class TextFollowing(LiveContent live, FileTexts texts, TextExtraction extraction, TimeProvider clock, ILogger<TextFollowing> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <summary>So long files are read before those that were are indexed.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    /// <summary>What failed for a reason of the machine, such as a full disk, is tried again after so long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>To write a text takes no hour, whoever does it.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly Dictionary<AwaitedText, long> _failed = [];
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private IndexSearcher? _done;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isCleared = false;
        return new Heartbeat(log).RunAsync(BeatAsync, Beat, clock, stoppingToken);

        async Task BeatAsync(CancellationToken cancellation)
        {
            if (!isCleared) texts.ClearAway(clock.GetUtcNow() - Abandoned);
            isCleared = true;
            await CatchUpAsync(cancellation);
        }
    }

    /// <summary>Reads and indexes all that can be had now.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            while (await live.SearchableAsync(cancellation) is var searchable && !ReferenceEquals(searchable.Searcher, _done))
            {
                var come = await ReadSomeAsync([.. searchable.Awaited.Where(IsToBeHad)], cancellation);
                if (come.Count > 0) await live.IndexAnewAsync([.. come.SelectMany(searchable.Awaiting).Distinct()], cancellation);
                else if (searchable.Awaited.Count == 0) _done = searchable.Searcher;
                else return;
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Ended first: whoever still reads must find the turn it has to give back.</summary>
    public override void Dispose()
    {
        base.Dispose();
        if (ExecuteTask is null or { IsCompleted: true }) _oneAtATime.Dispose();
    }

    private bool IsToBeHad(AwaitedText awaited) =>
        extraction.CanRead(awaited.Extension) && !(_failed.TryGetValue(awaited, out var when) && clock.GetElapsedTime(when) < Rest);

    private async Task<List<AwaitedText>> ReadSomeAsync(List<AwaitedText> wanted, CancellationToken cancellation)
    {
        var come = new List<AwaitedText>();
        var since = clock.GetTimestamp();
        foreach (var awaited in wanted)
        {
            if (clock.GetElapsedTime(since) > Slice) break;
            if (await IsReadAsync(awaited, cancellation)) come.Add(awaited);
            else _failed[awaited] = clock.GetTimestamp();
        }

        if (come.Count > 0) LogRead(come.Count);
        return come;
    }

    private async Task<bool> IsReadAsync(AwaitedText awaited, CancellationToken cancellation)
    {
        try
        {
            if (texts.Find(awaited.Hash, awaited.Extension) is null && FileHash.Parse(awaited.Hash) is { } hash) await extraction.TextOfAsync(hash, awaited.Extension, cancellation);
            return texts.Find(awaited.Hash, awaited.Extension) is not null;
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            // Whatever is wrong with one file, those behind it are read.
            LogUnread(awaited.Hash, broken.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The texts of {Files} files were read")]
    private partial void LogRead(int files);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of the file {Hash} cannot be read now: {Reason}")]
    private partial void LogUnread(string hash, string reason);
}
