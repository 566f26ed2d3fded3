using System.Collections.Concurrent;
using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Tree;

/// <summary>What became of an act on several items: which were done, and why the others were not.</summary>
internal sealed record DeedReport(string Deed, ImmutableArray<DeedLine> Lines)
{
    public IEnumerable<DeedLine> Done => Lines.Where(line => line.Refusal is null);

    public IEnumerable<DeedLine> Refused => Lines.Where(line => line.Refusal is not null);
}

internal sealed record DeedLine(Guid Key, string Name, string? Refusal)
{
    public static DeedLine Of(Guid key, string name, ContentType? type, WriteResult result) => new(key, name, result switch
    {
        WriteResult.Done => null,
        WriteResult.Forbidden forbidden => forbidden.Message,
        WriteResult.Invalid invalid => string.Join(' ', invalid.Problems.Select(problem => Sentence(problem, type)).Distinct()),
        WriteResult.Stale => "Alguien lo cambió mientras tanto: míralo otra vez antes de decidir.",
        _ => "Ya no existe.",
    });

    /// <summary>What is wrong with a field names it.</summary>
    private static string Sentence(ValueProblem problem, ContentType? type) => type?.Property(problem.Field) is { } property ? $"{property.Name}: {problem.Message}" : problem.Message;
}

/// <summary>Keeps reports until the page that tells them has been loaded, which may be more than once. After a restart they are gone; what they tell of stands in the history.</summary>
internal sealed class DeedReports
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<Guid, (string By, DeedReport Report)> _reports = new();
    private readonly ConcurrentQueue<Guid> _order = new();

    public Guid Keep(string by, DeedReport report)
    {
        var key = Guid.NewGuid();
        _reports[key] = (by, report);
        _order.Enqueue(key);
        while (_order.Count > MostKept && _order.TryDequeue(out var oldest)) _reports.TryRemove(oldest, out _);
        return key;
    }

    /// <summary>A report is for whoever did the act.</summary>
    public DeedReport? Find(HttpRequest request, string by) =>
        Guid.TryParse(request.Query["report"], out var key) && _reports.TryGetValue(key, out var kept) && kept.By == by ? kept.Report : null;
}
