using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing.Importing;

/// <summary>Everything that is wrong with a batch, each with its file, item and field.</summary>
internal sealed class ImportProblems
{
    private readonly List<SchemaProblem> _problems = [];

    public void Add(Candidate candidate, string reason) => _problems.Add(new SchemaProblem(candidate.File.Source, candidate.Name, reason));

    public void Add(Candidate candidate, ValueProblem problem)
    {
        var culture = problem.Culture.Length == 0 ? "" : $" [{problem.Culture}]";
        var element = problem.Field.Length == 0 ? candidate.Name + culture : $"{candidate.Name} · {problem.Field}{culture}";
        _problems.Add(new SchemaProblem(candidate.File.Source, element, problem.Message));
    }

    public void Add(ImportedDeletion deletion, string reason) => _problems.Add(new SchemaProblem(deletion.Source, deletion.Key.ToString(), reason));

    public ImmutableArray<SchemaProblem> InOrder() => [.. _problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal)];
}
