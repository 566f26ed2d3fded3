using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Web.Forms.Receiving;

/// <summary>What came of sending a form.</summary>
internal abstract record ReceivingResult
{
    /// <summary>It is on the disk, files and all.</summary>
    /// <param name="IsRepeated">The same attempt had been kept before.</param>
    public sealed record Kept(FormEntry Entry, bool IsRepeated) : ReceivingResult;

    public sealed record Refused(ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> Errors) : ReceivingResult;

    /// <summary>Nothing of the kind is taken at this moment.</summary>
    public sealed record Closed(FieldMessage Why) : ReceivingResult;

    /// <summary>What was begun has been changed elsewhere, or is there no more.</summary>
    public sealed record Stale : ReceivingResult;
}
