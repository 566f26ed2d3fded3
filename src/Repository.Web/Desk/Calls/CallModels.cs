using System.Collections.Immutable;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;

namespace Repository.Web.Desk.Calls;

/// <summary>The calls somebody answers for, and the applications they were asked to evaluate.</summary>
internal sealed record CallsModel(ImmutableArray<CallRow>? Calls, ImmutableArray<EvaluationRow>? Evaluations);

internal sealed record CallRow(Call Call, CallWindow? Window, ImmutableArray<(EntryState State, int Count)> Counts);

internal sealed record EvaluationRow(Application Application, string Title, string Call, string State, bool IsWaiting);

/// <summary>A call with what has come in.</summary>
internal sealed record CallModel(Call Call, ImmutableArray<(EntryState State, int Count)> Counts, EntryState? Chosen, ImmutableArray<ApplicationRow> Applications, CallAgreement Agreement)
{
    public int All => Counts.Sum(count => count.Count);

    /// <summary>When somebody tried to send an application too late.</summary>
    public ImmutableArray<LateAttempt> Late { get; init; } = [];
}

internal sealed record ApplicationRow(Application Application, string Title)
{
    /// <summary>How many have sealed, of how many who count.</summary>
    public (int Sealed, int Of)? Progress => Application.Panel is { } panel ? (panel.Counting.Count(sheet => sheet.IsSealed), panel.Counting.Count()) : null;

    public decimal? Percentage => Application.Panel?.Verdict?.Percentage;
}

/// <summary>An application as those who called see it: everything but what is not to be known yet.</summary>
internal sealed record ApplicationModel(Call Call, Application Application, ImmutableArray<ToldPage> Pages, ImmutableArray<StoryLine> Story, string Token)
{
    public required ImmutableArray<SeatModel> Seats { get; init; }

    /// <summary>Who could be asked to evaluate it besides.</summary>
    public required ImmutableArray<(Guid Key, string Name)> Candidates { get; init; }

    public required string Today { get; init; }

    /// <summary>Is there the draft of its recognition?</summary>
    public required bool HasDraft { get; init; }

    /// <summary>What somebody typed when it was refused.</summary>
    public string Reason { get; init; } = "";

    public EntryState State => Application.State;

    public PanelVerdict? Verdict => Application.Panel?.Verdict;

    /// <summary>Can somebody be asked at this moment?</summary>
    public bool HasRoom => Application.Panel?.State is PanelState.NeedsEvaluators or PanelState.NeedsThirdReader;

    public string? LastDay => Application.Remedy is { } remedy ? Call.Zone.TellDayBefore(remedy.Until) : null;
}

/// <summary>Somebody who evaluates an application, as far as those who called may know.</summary>
internal sealed record SeatModel(Guid Key, string Name, string State, string ConflictReason, bool MayGo);

internal sealed record StoryLine(DateTimeOffset At, string Who, string What, string Text);

/// <summary>An application as an evaluator sees it, with their own sheet and, once that is sealed, what others have sealed.</summary>
internal sealed record EvaluationModel(Application Application, string Call, ScoreSheet Sheet, ImmutableArray<ToldPage> Pages, ImmutableArray<ScoreSheet> Others, string Token)
{
    /// <summary>What was typed, where it could not be kept.</summary>
    public ImmutableDictionary<string, (string Level, string Reason)> Typed { get; init; } = ImmutableDictionary<string, (string Level, string Reason)>.Empty;

    public string TypedConflict { get; init; } = "";

    public Rubric Rubric => Application.Panel!.Rubric;

    public bool IsOpen => Application.State == ApplicationStates.InEvaluation && !Sheet.IsSealed;

    public string LevelOf(string criterion) =>
        Typed.TryGetValue(criterion, out var typed) ? typed.Level : Sheet.Scores.TryGetValue(criterion, out var score) ? score.Level.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    public string ReasonOf(string criterion) => Typed.TryGetValue(criterion, out var typed) ? typed.Reason : Sheet.Scores.GetValueOrDefault(criterion)?.Reason ?? "";
}
