using Repository.Core.Content;

namespace Repository.Core.Publishing;

/// <summary>Takes in a whole batch of items in one transaction: all of it, or nothing and the list of everything that is wrong.</summary>
public sealed class ContentImport(ContentWriter writer, ContentValidation validation)
{
    public Task<ImportReport> ImportAsync(ImportBatch batch, CancellationToken cancellation) => throw new NotSupportedException($"{writer} {validation} {batch} {cancellation}");
}
