using System.Collections.Immutable;
using Repository.Core.Forms;

namespace Repository.Web.Desk.Forms;

/// <summary>A form as the desk sees it: in force, being written, or both. Immutable.</summary>
internal sealed record DeskForm(FormHead? Head, FormDraftState? Draft)
{
    public FormDefinition Definition { get; } = Draft?.Definition ?? Head?.Version.Definition ?? throw new InvalidOperationException("A form is in force or being written.");

    public Guid Key => Definition.Key;

    /// <summary>What a form of the desk was made from: whoever sends it back with another state has seen another state.</summary>
    public string Seen { get; } = FormattableString.Invariant($"{Head?.Version.Number ?? 0}.{Draft?.Revision ?? 0}");

    /// <summary>What keeps it from being put into force.</summary>
    public ImmutableArray<FormProblem> Problems { get; } = Form.Compile((Draft?.Definition ?? Head?.Version.Definition)!) is FormCompilation.Refused refused ? refused.Problems : [];

    /// <summary>Does what is being written differ from what is in force?</summary>
    public bool IsChanged => Draft is not null && (Head is null || FormJson.Hash(Draft.Definition) != Head.Version.Hash);

    /// <summary>What it was before the last step; null when there is none to take back.</summary>
    public FormDefinition? Former => Draft is null ? null : Draft.Former ?? Head?.Version.Definition;

    public ImmutableArray<string> ProblemsOf(FormField field) => At($"Field/{field.Alias}");

    public ImmutableArray<string> ProblemsOf(Fieldset fieldset) => At($"Fieldset/{fieldset.Id}");

    public ImmutableArray<string> ProblemsOf(FormPage page) => At($"Page/{page.Caption}");

    /// <summary>Problems of no page, fieldset or question: of the settings, or of the whole.</summary>
    public ImmutableArray<string> OwnProblems => [.. Problems.Where(problem => !problem.Where.Contains('/', StringComparison.Ordinal)).Select(problem => problem.Reason)];

    private ImmutableArray<string> At(string where) => [.. Problems.Where(problem => string.Equals(problem.Where, where, StringComparison.OrdinalIgnoreCase)).Select(problem => problem.Reason)];
}
