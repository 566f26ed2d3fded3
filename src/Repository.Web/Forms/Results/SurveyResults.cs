using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Repository.Core.Forms;
using Repository.Core.Forms.Results;

namespace Repository.Web.Forms.Results;

/// <summary>What the public may know of the answers to a survey: counts without small cells, and words somebody read before. Immutable.</summary>
internal sealed record SurveyResults(LiveForm Form, PublishedResults Published, ImmutableArray<OpenAnswer> Open)
{
    /// <summary>The same for the same results, whichever process read them and however often: a number that is counted anew after a restart would say of other results that they are known.</summary>
    public string Mark { get; } = MarkOf([Form.Form.Hash, ResultJson.Write(Published), .. Open.SelectMany(answer => (string[])[answer.Field.Alias, answer.Text])]);

    private static string MarkOf(IEnumerable<string> told) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', told))).AsSpan(0, 12));
}

/// <summary>An answer in somebody's own words. When and where it came from is not told: with it, it might lead to a person.</summary>
internal sealed record OpenAnswer(FormField Field, string Text);
