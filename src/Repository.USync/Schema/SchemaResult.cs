using System.Collections.Immutable;
using Repository.Core.Schema;

namespace Repository.USync.Schema;

/// <summary>What came of reading a schema: the schema, or every reason why there is none.</summary>
public abstract record SchemaResult
{
    public sealed record Built(ContentSchema Schema) : SchemaResult;

    public sealed record Refused(ImmutableArray<SchemaProblem> Problems) : SchemaResult;
}
