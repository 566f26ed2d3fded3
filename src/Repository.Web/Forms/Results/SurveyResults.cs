using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Results;

namespace Repository.Web.Forms.Results;

/// <summary>What the public may know of the answers to a survey: counts without small cells, and words somebody read before. Immutable.</summary>
internal sealed record SurveyResults(LiveForm Form, PublishedResults Published, ImmutableArray<OpenAnswer> Open);

/// <summary>An answer in somebody's own words. When and where it came from is not told: with it, it might lead to a person.</summary>
internal sealed record OpenAnswer(FormField Field, string Text);
