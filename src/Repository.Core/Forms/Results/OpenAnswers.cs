using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Results;

/// <summary>What people wrote in their own words. Nobody but those who may read the entries sees it before somebody has read it and let it be seen.</summary>
public static class OpenAnswers
{
    /// <summary>The states of entries that count.</summary>
    public static readonly IReadOnlyCollection<EntryState> Counted = [EntryState.Received, EntryState.InProgress, EntryState.Settled];

    /// <summary>The questions that are answered in one's own words. What is under a pattern – an address, a number – is no such answer.</summary>
    public static IEnumerable<FormField> Fields(Form form) => form.Fields
        .Where(bound => bound.Pattern is null && (bound.Field.Type == FieldKinds.LongAnswer.Id || (bound.Field.Type == FieldKinds.ShortAnswer.Id && bound.Field.Setting("fieldType") is "" or "text")))
        .Select(bound => bound.Field);
}
