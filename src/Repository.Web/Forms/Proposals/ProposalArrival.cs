using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Web.Desk.Forms;
using Repository.Web.Desk.Rendering;
using Repository.Web.Forms.Receiving;
using Repository.Web.Live;
using Repository.Web.Resources;

namespace Repository.Web.Forms.Proposals;

/// <summary>
/// Makes the draft of a practice out of a proposal, with its pictures and voices as files that the public does not see. It goes the way of every draft: nothing
/// of it is public before somebody has approved and published it. Where it came from and what its community knows of it is told in a comment.
/// </summary>
internal sealed partial class ProposalArrival(
    IProposedItems proposed, ContentEditing editing, Commenting commenting, IContentStore store, ProposedFiles files, LiveContent live, TimeProvider clock,
    ILogger<ProposalArrival> log, IStringLocalizer<DeskTexts> texts) : IArrival
{
    private const string Section = "/practicas/";

    public string Name => "proposal";

    public bool Awaits(FormDefinition form) => form.Purpose == FormPurpose.Proposal;

    /// <summary>Everything has a key made of the entry's: told again, it is there already, and what was left undone is done.</summary>
    public async Task<IReadOnlyList<FormLetter>?> ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation)
    {
        var (entry, form) = (arrived.Entry, arrived.Form);
        if (Routing.Match(live.Current, Section, live.Current.Schema.DefaultLanguage.Tag, null) is not RouteMatch.Found section)
        {
            LogNoPlace(entry.Folio, Section);
            return null;
        }

        var brought = await files.BringAsync(entry, cancellation);
        var item = new NewItem
        {
            Key = DerivedKey.Of(entry.Key, ProposedPractice.Type),
            Type = ProposedPractice.Type,
            Parent = section.Item.Key,
            Content = ProposedPractice.Of(form, entry, [.. brought.Select(file => file.Picture).OfType<Guid>()], live.Current),
            By = Author.House,
        };
        var key = item.Key.Value;
        if (!await IsThereAsync(key, cancellation) && await editing.CreateAsync(item, cancellation) is not WriteResult.Done && !await IsThereAsync(key, cancellation))
        {
            LogRefused(entry.Folio);
            return null;
        }

        await proposed.AddAsync(new ProposedItem(entry.Key, entry.Form, entry.Folio, key, clock.GetUtcNow()), cancellation);
        var comment = new NewComment(key, live.Current.Schema.DefaultLanguage.Tag, "", Told(form, entry, brought), Author.House) { Key = DerivedKey.Of(entry.Key, "comment") };
        await commenting.WriteAsync(comment, cancellation);
        return [];
    }

    private async Task<bool> IsThereAsync(Guid key, CancellationToken cancellation) => await store.ReadAsync(reader => reader.FindAsync(key), cancellation) is not null;

    private string Told(FormDefinition form, FormEntry entry, ImmutableArray<ProposedFile> brought)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-MX");
        var knows = AskedAnswers.Of(form, entry.Answers, FormPlaces.None).SelectMany(page => page.Questions).FirstOrDefault(question => question.Field.Alias == "acuerdo");
        string[] lines =
        [
            texts["Proposal.From", form.Name, entry.Folio, DeskTime.Text(entry.SentAt ?? entry.CreatedAt)],
            entry.Consent is { } consent ? texts["Proposal.Consent", consent.NoticeVersion, DeskTime.Text(consent.At)] : texts["Proposal.NoConsent"],
            .. knows is { Lines: [var line, ..] } ? [$"{knows.Field.Caption} {line.Text}."] : Array.Empty<string>(),
            .. brought.Select(file => file.Refusal.Length > 0 ? texts["Proposal.FileRefused", file.Medium.Name, file.Refusal] : texts["Proposal.FileBrought", file.Medium.Name, file.Medium.Folder]),
            texts["Proposal.Entry", FormAddress.Entry(entry.Form, entry.Key)],
        ];
        var told = string.Join('\n', lines);
        return told.Length <= Commenting.MaxLength ? told : told[..Commenting.MaxLength];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The proposal {Folio} has no draft: there is no section at {Path}")]
    private partial void LogNoPlace(string folio, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "The proposal {Folio} has no draft: it was refused")]
    private partial void LogRefused(string folio);
}
