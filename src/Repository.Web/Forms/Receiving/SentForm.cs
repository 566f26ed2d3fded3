using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Submitting;

namespace Repository.Web.Forms.Receiving;

/// <summary>What somebody sends, by whichever door it came.</summary>
internal sealed record SentForm
{
    public required LiveForm Live { get; init; }

    public required Submission Submission { get; init; }

    public required FormPlaces Places { get; init; }

    public required string Culture { get; init; }

    /// <summary>The page it is about.</summary>
    public Guid? Content { get; init; }

    /// <summary>What the sender calls this attempt; empty when it has no name.</summary>
    public string Attempt { get; init; } = "";

    /// <summary>The secret part of the private link; null where the entry gets none.</summary>
    public string? Link { get; init; }

    public Suspicion? Suspicion { get; init; }

    /// <summary>What was begun, or is to be completed.</summary>
    public FormEntry? Begun { get; init; }

    /// <summary>The hash of each file that was kept, by its key.</summary>
    public IReadOnlyDictionary<Guid, string> Hashes { get; init; } = ImmutableDictionary<Guid, string>.Empty;

    /// <summary>Files that were refused for what they are, by their field.</summary>
    public ImmutableArray<TakenUpload> Refused { get; init; } = [];

    public FilledForm Filled => field ??= Live.Form.Fill(Submission, Places);

    public Form Form => Live.Form;

    public IEnumerable<UploadedFile> Uploads => Submission.Inputs.Values.SelectMany(input => input.Files);

    /// <summary>What is wrong with the fields of a page; fields the form does not have belong to every page.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> ErrorsOf(int page) =>
        WithRefusals(Filled.ErrorsOf(page).AddRange(Errors().Where(error => error.Key.Length > 0 && Form.Find(error.Key) is null)), alias => Form.Find(alias)?.Page == page);

    /// <summary>All that is wrong with it; empty when it can be accepted.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> Errors() =>
        WithRefusals(Filled.Result() is SubmissionResult.Refused refused ? refused.Errors : ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>>.Empty, _ => true);

    /// <summary>That a refused file was not the right one says more than that it is missing.</summary>
    private ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> WithRefusals(ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> errors, Func<string, bool> concerns)
    {
        foreach (var upload in Refused.Where(upload => upload.Refusal is not null && concerns(upload.Alias)))
        {
            if (Form.Find(upload.Alias) is { } bound && Filled.IsVisible(bound.Field)) errors = errors.SetItem(upload.Alias, [upload.Refusal!]);
        }

        return errors;
    }
}
