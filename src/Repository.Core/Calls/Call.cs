using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Core.Calls;

/// <summary>A call as its published item says it. What does not hold together is told in <see cref="Problems"/>, and nobody is judged by it. Immutable.</summary>
public sealed record Call(Guid Key, string Name)
{
    public const string ContentType = "call";
    public const int UsualMonths = 12;

    /// <summary>From how many points of difference on a third reader is asked, where the call says nothing.</summary>
    public const decimal UsualThreshold = 20;

    /// <summary>Its own key and those of everything above it: where permissions look.</summary>
    public ImmutableArray<Guid> Lineage { get; init; } = [];

    public required CallZone Zone { get; init; }

    /// <summary>Null as long as nobody said until when it takes applications.</summary>
    public CallDates? Dates { get; init; }

    /// <summary>The form that applications are made with.</summary>
    public Guid? Form { get; init; }

    /// <summary>Null where the rubric does not hold together.</summary>
    public Rubric? Rubric { get; init; }

    public decimal Threshold { get; init; } = UsualThreshold;

    /// <summary>How many months a recognition holds.</summary>
    public int Months { get; init; } = UsualMonths;

    /// <summary>Whole sentences for those who called.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    public static Call Of(PublishedItem item, PublishedSnapshot snapshot)
    {
        var facts = new StoredFacts(item, snapshot);
        var (zone, dates, ofDates) = CallReading.Dates(facts);
        var (rubric, ofRubric) = CallReading.Rubric(facts);
        var form = facts.Form("form");
        return new Call(item.Key, (item.In(snapshot.Schema.DefaultLanguage.Tag) ?? item.Cultures[0]).Name)
        {
            Lineage = [.. CallReading.Lineage(item, snapshot)],
            Zone = zone,
            Dates = dates,
            Form = form,
            Rubric = rubric,
            Threshold = facts.Number("disagreementThreshold") is { } threshold and >= 0 and <= 100 ? threshold : UsualThreshold,
            Months = CallReading.Months(facts),
            Problems = [.. ofDates, .. form is null ? ImmutableArray.Create("La convocatoria no tiene formulario.") : [], .. ofRubric],
        };
    }
}
