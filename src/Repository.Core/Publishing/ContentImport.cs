using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Publishing.Importing;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>Takes in a whole batch of items in one transaction: all of it, or nothing and the list of everything that is wrong. Importing the same again writes nothing.</summary>
public sealed class ContentImport(ContentWriter writer, ContentValidation validation)
{
    private static readonly ImportCounts Nothing = new(0, 0, 0, 0);

    public async Task<ImportReport> ImportAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var problems = new ImportProblems();
        var planning = new ImportPlanning(validation, batch, problems);

        // Thousands of values are read before the import takes its turn, so that other writers do not wait for it.
        var candidates = planning.Read();
        var counts = Nothing;
        ImmutableArray<SchemaProblem> found = [];
        var result = await writer.WriteAsync(batch.By, async turn =>
        {
            var plan = await planning.PlanAsync(turn.Store, candidates, turn.At);
            found = problems.InOrder();
            if (!found.IsEmpty) return Refused(found);
            counts = await new ImportSteps(validation, plan, turn).RunAsync();
            return new WriteResult.Done(turn.Seq, Guid.Empty, 0);
        }, cancellation);
        return new ImportReport(result, result is WriteResult.Done ? counts : Nothing, found);
    }

    private static WriteResult.Invalid Refused(ImmutableArray<SchemaProblem> problems) =>
        new([.. problems.Select(problem => new ValueProblem("", ItemContent.Invariant, problem.ToString()))]);
}
