using System.Collections.Immutable;

namespace Repository.Core.Forms.Results;

/// <summary>Where published results are kept as they were published, whatever becomes of the entries.</summary>
public interface IResultStore
{
    /// <summary>What is published of a form; <see cref="PublishedResults.None"/> when nothing is.</summary>
    Task<PublishedResults> FindAsync(Guid form, CancellationToken cancellation);

    /// <summary>Keeps results that go on from what is kept. False when a group that was published would be another, or missing: somebody else was faster, or counted anew.</summary>
    Task<bool> KeepAsync(Guid form, PublishedResults results, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Everything anybody decided about the open answers to a form.</summary>
    Task<ImmutableArray<OpenAnswerDecision>> DecisionsAsync(Guid form, CancellationToken cancellation);

    /// <summary>The last decision about an answer counts. False when there is no such entry.</summary>
    Task<bool> DecideAsync(OpenAnswerDecision decision, CancellationToken cancellation);
}

/// <summary>May the public read what somebody wrote in an entry? Somebody read it and said so.</summary>
public sealed record OpenAnswerDecision(Guid Entry, string Alias, bool Shown, string By, DateTimeOffset At);
