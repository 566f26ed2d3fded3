using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Results;

/// <summary>What people wrote in their own words. Nobody but those who may read the entries sees it before somebody has read it and let it be seen.</summary>
public static class OpenAnswers
{
    /// <summary>The states of entries that count.</summary>
    public static readonly IReadOnlyCollection<EntryState> Counted = [EntryState.Received, EntryState.InProgress, EntryState.Settled];

    /// <summary>
    /// The questions that are answered in one's own words and that everybody is asked. Each answer to one under a condition tells that somebody met it: three
    /// of them, and three people chose <c>otro</c>, whatever is told of that cell. What is under a pattern – an address, a number – is no such answer.
    /// </summary>
    /// <param name="versions">The form's versions, the one in force last.</param>
    public static IEnumerable<FormField> Fields(IReadOnlyList<Form> versions) =>
        from bound in versions[^1].Fields
        where bound.Pattern is null && (bound.Field.Type == FieldKinds.LongAnswer.Id || (bound.Field.Type == FieldKinds.ShortAnswer.Id && bound.Field.Setting("fieldType") is "" or "text"))
        where versions.All(version => version.Find(bound.Field.Alias) is not { } then || then.Chain.IsEmpty)
        select bound.Field;
}
