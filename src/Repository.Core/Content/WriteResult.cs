using System.Collections.Immutable;

namespace Repository.Core.Content;

/// <summary>What is wrong with a field, in a whole Spanish sentence. <paramref name="Field"/> is the property alias, "name", or "" for the item as a whole.</summary>
public sealed record ValueProblem(string Field, string Culture, string Message);

/// <summary>How a write ended. Anything but <see cref="Done"/> has changed nothing.</summary>
public abstract record WriteResult
{
    /// <summary>Committed. <paramref name="Seq"/> is the last line of the change log, <paramref name="Version"/> the item's new version.</summary>
    public sealed record Done(long Seq, Guid Key, long Version) : WriteResult;

    public sealed record Invalid(ImmutableArray<ValueProblem> Problems) : WriteResult
    {
        public Invalid(string field, string message)
            : this([new ValueProblem(field, ItemContent.Invariant, message)])
        {
        }
    }

    /// <summary>Someone else was faster: here is what you wanted to save and what stands there now.</summary>
    public sealed record Stale(ItemContent? Attempted, long CurrentVersion, Revision Current) : WriteResult;

    public sealed record Missing(Guid Key) : WriteResult;

    /// <summary>The person may not do this here, in a whole Spanish sentence.</summary>
    public sealed record Forbidden(string Message) : WriteResult;
}
