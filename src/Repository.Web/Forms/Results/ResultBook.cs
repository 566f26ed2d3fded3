using System.Collections.Immutable;

namespace Repository.Web.Forms.Results;

/// <summary>The published results in memory: pages read these and never the store. Replaced whole; thread-safe.</summary>
internal sealed class ResultBook
{
    private volatile Pages _pages = new(ImmutableDictionary<Guid, SurveyResults>.Empty, 0);

    /// <summary>Another number when any results are others than before.</summary>
    public long Mark => _pages.Mark;

    /// <summary>Null for a form that is no survey.</summary>
    public SurveyResults? Find(Guid form) => _pages.ByForm.GetValueOrDefault(form);

    public void Put(ImmutableDictionary<Guid, SurveyResults> results) => _pages = new Pages(results, _pages.Mark + 1);

    private sealed record Pages(ImmutableDictionary<Guid, SurveyResults> ByForm, long Mark);
}
