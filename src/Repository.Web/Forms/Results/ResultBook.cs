using System.Collections.Immutable;

namespace Repository.Web.Forms.Results;

/// <summary>The published results in memory: pages read these and never the store. Replaced whole; thread-safe.</summary>
internal sealed class ResultBook
{
    private volatile ImmutableDictionary<Guid, SurveyResults> _results = ImmutableDictionary<Guid, SurveyResults>.Empty;

    /// <summary>Null for a form that is no survey.</summary>
    public SurveyResults? Find(Guid form) => _results.GetValueOrDefault(form);

    public void Put(ImmutableDictionary<Guid, SurveyResults> results) => _results = results;
}
