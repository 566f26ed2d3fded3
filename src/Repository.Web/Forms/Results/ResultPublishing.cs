using System.Collections.Immutable;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Results;
using Repository.Web.Live;
using Repository.Web.Operations;

namespace Repository.Web.Forms.Results;

/// <summary>
/// Counts the answers to surveys when a month is over and publishes what may be known of them. What was published never changes; several processes may do
/// this at once, and one is first.
/// </summary>
internal sealed partial class ResultPublishing(FormBook forms, IEntryStore entries, IResultStore results, ResultBook book, LiveContent live, TimeProvider clock, ILogger<ResultPublishing> log)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(5);
    private static readonly CallZone Zone = CallZone.Find(CallZone.Usual) ?? throw new InvalidOperationException("The system knows no time zones.");

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>The day each survey was last counted: a month that was not enough by itself is not read again and again.</summary>
    private readonly Dictionary<Guid, DateOnly> _counted = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new Heartbeat(log).RunAsync(RunAsync, Beat, clock, stoppingToken);

    /// <summary>Publishes what has become due, and reads what others published or let be seen.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var read = ImmutableDictionary.CreateBuilder<Guid, SurveyResults>();
            foreach (var form in forms.All.Where(form => form.Definition.Purpose == FormPurpose.Survey))
            {
                read[form.Definition.Key] = new SurveyResults(form, await PublishedAsync(form, cancellation), await OpenAsync(form, cancellation));
            }

            book.Put(read.ToImmutable());
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Somebody's answers were erased or put aside: what stood on the page of it goes now and not at the next beat.</summary>
    public Task TakeBackAsync(Guid form, CancellationToken cancellation) => forms.Find(form)?.Definition.Purpose == FormPurpose.Survey ? RunAsync(cancellation) : Task.CompletedTask;

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    private async Task<PublishedResults> PublishedAsync(LiveForm form, CancellationToken cancellation)
    {
        var (key, now) = (form.Definition.Key, clock.GetUtcNow());
        var known = await results.FindAsync(key, cancellation);
        var today = Zone.Day(now);
        // Only months that are over are counted: until the next one is, there is nothing new.
        if (known.Until is { } until && until.AddDays(1) >= new DateOnly(today.Year, today.Month, 1)) return known;
        if (_counted.TryGetValue(key, out var day) && day == today) return known;
        _counted[key] = today;

        var places = LivePlaces.Of(live.Current);
        var everybody = new List<CountedAnswers>();
        await foreach (var entry in entries.ReadAsync(key, OpenAnswers.Counted, cancellation))
        {
            everybody.Add(CountedAnswers.Of(Zone.Day(entry.SentAt ?? entry.CreatedAt), entry.Answers, SurveyDesign.Municipality, places));
        }

        var next = known.Continue(await AskedVersions.OfAsync(entries, form.Form, cancellation), everybody, places.All.Select(place => place.Region), today);
        if (next.Groups.Length == known.Groups.Length) return known;
        if (await results.KeepAsync(key, next, now, cancellation)) LogPublished(form.Definition.Alias, next.Groups.Length - known.Groups.Length);
        return await results.FindAsync(key, cancellation);
    }

    /// <summary>In an order that tells nothing of when they came.</summary>
    private async Task<ImmutableArray<OpenAnswer>> OpenAsync(LiveForm form, CancellationToken cancellation)
    {
        var fields = OpenAnswers.Fields(await AskedVersions.OfAsync(entries, form.Form, cancellation)).ToDictionary(field => field.Alias, StringComparer.Ordinal);
        var open = new List<(Guid Place, OpenAnswer Answer)>();
        foreach (var decision in (await results.DecisionsAsync(form.Definition.Key, cancellation)).Where(decision => decision.Shown && fields.ContainsKey(decision.Alias)))
        {
            if (await entries.FindAsync(decision.Entry, cancellation) is not { } entry || !OpenAnswers.Counted.Contains(entry.State)) continue;
            if (entry.Answers.Text(decision.Alias) is { Length: > 0 } text) open.Add((DerivedKey.Of(decision.Entry, decision.Alias), new OpenAnswer(fields[decision.Alias], text)));
        }

        return [.. open.OrderBy(answer => answer.Place).Select(answer => answer.Answer)];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Results of {Form}: {Groups} more groups published")]
    private partial void LogPublished(string form, int groups);
}
