using System.Collections.Immutable;

namespace Repository.Core.Forms.Submitting;

/// <summary>What came of a submission: answers to keep, or everything that keeps them from being accepted, by alias.</summary>
public abstract record SubmissionResult
{
    public sealed record Accepted(Answers Answers, ImmutableArray<AcceptedFile> Files) : SubmissionResult;

    public sealed record Refused(ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> Errors) : SubmissionResult;
}

/// <summary>A file with the field it was sent for and the name it is kept under.</summary>
public sealed record AcceptedFile(string Alias, UploadedFile File);
