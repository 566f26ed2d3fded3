using System.Collections.Immutable;
using Repository.Core.Forms.Entries;

namespace Repository.Core.Calls;

/// <summary>An entry that applies to a call, with everything that was done about it. Immutable; every step gives the next one.</summary>
public sealed record Application(FormEntry Entry)
{
    /// <summary>The call it belongs to; null until somebody looked at it.</summary>
    public Guid? Call { get; init; }

    public EntryState State => ApplicationStates.Of(Entry.State);

    /// <summary>What the applicant was asked for last.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Those who evaluate it, by the rubric as it stood when the evaluation began; null before.</summary>
    public EvaluationPanel? Panel { get; init; }

    public Decision? Decision { get; init; }

    /// <summary>The key its recognition has, or would have.</summary>
    public Guid RecognitionKey => Content.DerivedKey.Of(Entry.Key, "recognition");
}

/// <summary>What is missing, and until when it may be sent.</summary>
public sealed record Remedy(string Reason, DateTimeOffset Until);

/// <summary>How it ended, and why.</summary>
/// <param name="Start">The first day of the recognition.</param>
public sealed record Decision(bool IsRecognised, string Reason, DateTimeOffset At, string By, DateOnly? Start);

/// <summary>A line in the story of an evaluation, for those who called. It never tells a score.</summary>
/// <param name="Subject">The evaluator it is about.</param>
public sealed record CallEvent(DateTimeOffset At, string By, CallDeed Deed, Guid? Subject = null, string Text = "");

/// <summary>Kept as words, so that a new one never renumbers an old one.</summary>
public enum CallDeed
{
    Asked,
    Admitted,
    Begun,
    Assigned,
    Released,
    DeclaredConflict,
    DeclaredNone,
    Sealed,
    Recognised,
    NotRecognised,
}

/// <summary>How a step about an application ended. Anything but <see cref="Done"/> has changed nothing.</summary>
public abstract record CallResult
{
    public sealed record Done(Application Application, ImmutableArray<CallEvent> Events) : CallResult;

    /// <summary>Why not, in whole sentences.</summary>
    public sealed record Refused(ImmutableArray<string> Reasons) : CallResult
    {
        public Refused(string reason)
            : this([reason])
        {
        }
    }

    /// <summary>Somebody else was faster.</summary>
    public sealed record Stale : CallResult;

    public sealed record Missing : CallResult;

    public sealed record Forbidden : CallResult;
}
