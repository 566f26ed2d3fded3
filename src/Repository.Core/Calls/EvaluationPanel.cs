using System.Collections.Immutable;

namespace Repository.Core.Calls;

/// <summary>
/// Those who evaluate one application, each without knowing what the others say: at least two, a third where the two are far apart. Immutable; every
/// step gives the next panel or the reason why it cannot be taken.
/// </summary>
public sealed record EvaluationPanel(Rubric Rubric, Guid Application, decimal Threshold, ImmutableArray<ScoreSheet> Sheets)
{
    public const int Least = 2;

    public static EvaluationPanel For(Guid application, Rubric rubric, decimal threshold) => new(rubric, application, threshold, []);

    /// <summary>Those who may score: whoever has a conflict of interest does not count.</summary>
    public IEnumerable<ScoreSheet> Counting => Sheets.Where(sheet => sheet.HasConflict != true);

    public PanelState State
    {
        get
        {
            var counting = Counting.ToList();
            if (counting.Count < Least) return PanelState.NeedsEvaluators;
            if (counting.Any(sheet => !sheet.IsSealed)) return PanelState.Scoring;
            return counting.Count == Least && Distance(counting[0], counting[1]) > Threshold * Rubric.Span ? PanelState.NeedsThirdReader : PanelState.Decided;
        }
    }

    public PanelResult Assign(Guid evaluator, Guid? applicant = null)
    {
        if (Find(evaluator) is not null) return Refused("Esa persona ya evalúa esta postulación.");
        if (evaluator == applicant) return Refused("Quien postula no puede evaluar su postulación.");
        var room = State switch
        {
            PanelState.NeedsEvaluators or PanelState.NeedsThirdReader => true,
            _ => false,
        };
        return room
            ? Done(this with { Sheets = Sheets.Add(new ScoreSheet(evaluator)) })
            : Refused("La postulación ya tiene a quienes la evalúan; solo se agrega a alguien más si sus puntajes se alejan.");
    }

    /// <summary>Somebody who has not sealed is let go, and makes room for another.</summary>
    public PanelResult Release(Guid evaluator) => Find(evaluator) switch
    {
        null => Refused("Esa persona no evalúa esta postulación."),
        { IsSealed: true } => Refused("Esa evaluación está sellada: cuenta para el resultado."),
        var sheet => Done(this with { Sheets = Sheets.Remove(sheet) }),
    };

    public PanelResult Declare(Guid evaluator, bool hasConflict, string reason) => Find(evaluator) switch
    {
        null => NotHere(),
        { IsSealed: true } => Sealed(),
        { HasConflict: true } => Refused("Ya declaraste un conflicto de interés: no evalúas esta postulación."),
        _ when hasConflict && string.IsNullOrWhiteSpace(reason) => Refused("Explica en una frase cuál es el conflicto de interés."),
        var sheet => Replace(hasConflict ? new ScoreSheet(evaluator) { Revision = sheet.Revision, HasConflict = true, ConflictReason = reason.Trim() } : sheet with { HasConflict = false, ConflictReason = "" }),
    };

    public PanelResult Score(Guid evaluator, string criterion, int level, string reason) => Find(evaluator) switch
    {
        null => NotHere(),
        { IsSealed: true } => Sealed(),
        { HasConflict: null } => Refused("Antes de calificar, di si tienes un conflicto de interés."),
        { HasConflict: true } => Refused("Declaraste un conflicto de interés: no calificas esta postulación."),
        _ when !Rubric.Has(criterion) => Refused($"La rúbrica no tiene un criterio «{criterion}»."),
        _ when !Rubric.Has(level) => Refused($"La escala no tiene un nivel {level}."),
        _ when string.IsNullOrWhiteSpace(reason) => Refused("Escribe la razón de tu calificación."),
        var sheet => Replace(sheet with { Scores = sheet.Scores.SetItem(criterion, new CriterionScore(level, reason.Trim())) }),
    };

    public PanelResult Seal(Guid evaluator, DateTimeOffset now)
    {
        if (Find(evaluator) is not { } sheet) return NotHere();
        if (sheet.IsSealed) return Sealed();
        if (sheet.HasConflict != false) return Refused("Antes de sellar, di que no tienes un conflicto de interés.");
        string[] missing = [.. Rubric.Criteria.Where(criterion => !sheet.Scores.ContainsKey(criterion.Key)).Select(criterion => $"«{criterion.Name}»")];
        return missing.Length > 0 ? Refused($"Falta calificar {string.Join(", ", missing)}.") : Replace(sheet with { SealedAt = now });
    }

    /// <summary>The sheets an evaluator may read: their own, and sealed ones of others once their own is sealed.</summary>
    public IEnumerable<ScoreSheet> ReadableBy(Guid evaluator) => Find(evaluator) switch
    {
        null => [],
        { IsSealed: true } => Sheets.Where(sheet => sheet.IsSealed),
        var own => [own],
    };

    /// <summary>Those who called read nothing before everything is decided, so that they cannot lean on anybody.</summary>
    public IEnumerable<ScoreSheet> ReadableByConvener => State == PanelState.Decided ? Counting : [];

    /// <summary>The result; null before everybody has sealed.</summary>
    public PanelVerdict? Verdict
    {
        get
        {
            if (State != PanelState.Decided) return null;
            var used = Used();
            var byCriterion = Rubric.Criteria.ToImmutableDictionary(criterion => criterion.Key, criterion => used.Average(sheet => Rubric.Percentage(sheet.Scores[criterion.Key].Level)));
            var whole = used.Average(sheet => sheet.Percentage(Rubric));
            var isRecognised = used.Sum(sheet => sheet.Points(Rubric)) >= Rubric.Minimum * Rubric.Span * used.Count;
            return new PanelVerdict(whole, byCriterion, isRecognised, [.. Feedback(used)]);
        }
    }

    /// <summary>Of three, the two that are closest; where both pairs are as close, the higher one.</summary>
    private List<ScoreSheet> Used()
    {
        var sheets = Counting.OrderByDescending(sheet => sheet.Points(Rubric)).ToList();
        return sheets.Count == Least ? sheets : Enumerable.Range(0, sheets.Count - 1).Select(first => sheets.Slice(first, 2)).MinBy(pair => Distance(pair[0], pair[1]))!;
    }

    /// <summary>Without names, in an order that tells nothing of who sealed first.</summary>
    private IEnumerable<AnonymousFeedback> Feedback(IEnumerable<ScoreSheet> used) => used
        .OrderBy(sheet => Content.DerivedKey.Of(Application, sheet.Evaluator.ToString()))
        .Select((sheet, index) => new AnonymousFeedback($"Evaluación {(char)('A' + index)}", sheet.Percentage(Rubric), sheet.Scores));

    /// <summary>In points.</summary>
    private decimal Distance(ScoreSheet one, ScoreSheet other) => Math.Abs(one.Points(Rubric) - other.Points(Rubric));

    public ScoreSheet? Find(Guid evaluator) => Sheets.FirstOrDefault(sheet => sheet.Evaluator == evaluator);

    private PanelResult.Done Replace(ScoreSheet sheet) => Done(this with { Sheets = [.. Sheets.Select(known => known.Evaluator == sheet.Evaluator ? sheet with { Revision = known.Revision + 1 } : known)] });

    private static PanelResult.Done Done(EvaluationPanel panel) => new(panel);

    private static PanelResult.Refused Refused(string reason) => new(reason);

    private static PanelResult.Refused NotHere() => Refused("No evalúas esta postulación.");

    private static PanelResult.Refused Sealed() => Refused("Tu evaluación está sellada y ya no cambia.");
}

public enum PanelState
{
    NeedsEvaluators,
    Scoring,

    /// <summary>The two are further apart than the threshold.</summary>
    NeedsThirdReader,
    Decided,
}

public abstract record PanelResult
{
    public sealed record Done(EvaluationPanel Panel) : PanelResult;

    public sealed record Refused(string Reason) : PanelResult;
}

/// <summary>What the panel comes to: the whole and each criterion in percent, and what the applicant gets to read.</summary>
public sealed record PanelVerdict(decimal Percentage, ImmutableDictionary<string, decimal> ByCriterion, bool IsRecognised, ImmutableArray<AnonymousFeedback> Feedback);

public sealed record AnonymousFeedback(string Name, decimal Percentage, ImmutableSortedDictionary<string, CriterionScore> Scores);
