using Repository.Core.Content;

namespace Repository.Core.Publishing;

/// <summary>A publication or its end that an editor plans for a culture ("" for an item that does not vary).</summary>
public sealed record Planned(string Culture, ScheduledAction Action, DateTimeOffset At);

/// <summary>How a scheduled action ended. One that is refused does not come back: the item stays as it was. One that failed (no result) is tried again.</summary>
public sealed record DueOutcome(Schedule Schedule, WriteResult? Result, Exception? Failure = null);
