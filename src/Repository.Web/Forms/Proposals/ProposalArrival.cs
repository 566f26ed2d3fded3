using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Storage.Forms;
using Repository.Web.Desk.Forms;
using Repository.Web.Desk.Rendering;
using Repository.Web.Forms.Receiving;
using Repository.Web.Live;
using Repository.Web.Media;
using Repository.Web.Media.Intake;
using Repository.Web.Resources;

namespace Repository.Web.Forms.Proposals;

/// <summary>
/// Makes the draft of a practice out of a proposal, with its pictures and voices as files that the public does not see. It goes the way of every draft: nothing
/// of it is public before somebody has approved and published it. Where it came from and what its community knows of it is told in a comment.
/// </summary>
internal sealed partial class ProposalArrival(
    IProposedItems proposed, ContentEditing editing, Commenting commenting, IContentStore store, MediaIntake intake, MediaShelf shelf, EntryFiles files, LiveContent live, TimeProvider clock,
    ILogger<ProposalArrival> log, IStringLocalizer<DeskTexts> texts) : IArrival
{
    private const string Section = "/practicas/";
    private const string Folder = "Propuestas";

    public async Task ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation)
    {
        if (arrived.Form.Definition.Purpose != FormPurpose.Proposal) return;
        var (entry, form) = (arrived.Entry, arrived.Form.Definition);
        if (Routing.Match(live.Current, Section, live.Current.Schema.DefaultLanguage.Tag, null) is not RouteMatch.Found section)
        {
            LogNoPlace(entry.Folio, Section);
            return;
        }

        // The same proposal told twice is the same draft.
        var key = DerivedKey.Of(entry.Key, ProposedPractice.Type);
        var item = new NewItem
        {
            Key = key,
            Type = ProposedPractice.Type,
            Parent = section.Item.Key,
            Content = ProposedPractice.Of(form, entry, live.Current),
            By = Author.House,
        };
        if (await store.ReadAsync(reader => reader.FindAsync(key), cancellation) is not null) return;
        if (await editing.CreateAsync(item, cancellation) is not WriteResult.Done done)
        {
            LogRefused(entry.Folio);
            return;
        }

        await proposed.AddAsync(new ProposedItem(entry.Key, entry.Form, entry.Folio, done.Key, clock.GetUtcNow()), cancellation);
        var brought = await BringAsync(entry, cancellation);
        await commenting.WriteAsync(new NewComment(done.Key, live.Current.Schema.DefaultLanguage.Tag, "", Told(form, entry, brought), Author.House), cancellation);
    }

    /// <summary>Every file that the media store takes; what it refuses stays with the entry alone.</summary>
    private async Task<List<string>> BringAsync(FormEntry entry, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var file in entry.Files)
        {
            if (files.Open(file.Key) is not { } bytes) continue;
            await using (bytes)
            {
                var medium = new NewMedium { Name = file.Name, Folder = $"{Folder}/{entry.Folio}", By = Author.House };
                var result = await shelf.AddAsync(await intake.TakeAsync(bytes, file.Name, cancellation), file.Name, medium, cancellation);
                lines.Add(result is ShelvingResult.Refused refused ? texts["Proposal.FileRefused", file.Name, string.Join(' ', refused.Reasons)] : texts["Proposal.FileBrought", file.Name, medium.Folder]);
            }
        }

        return lines;
    }

    private string Told(FormDefinition form, FormEntry entry, List<string> brought)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-MX");
        var knows = AskedAnswers.Of(form, entry.Answers, FormPlaces.None).SelectMany(page => page.Questions).FirstOrDefault(question => question.Field.Alias == "acuerdo");
        string[] lines =
        [
            texts["Proposal.From", form.Name, entry.Folio, DeskTime.Text(entry.SentAt ?? entry.CreatedAt)],
            entry.Consent is { } consent ? texts["Proposal.Consent", consent.NoticeVersion, DeskTime.Text(consent.At)] : texts["Proposal.NoConsent"],
            .. knows is { Lines: [var line, ..] } ? [$"{knows.Field.Caption} {line.Text}."] : Array.Empty<string>(),
            .. brought,
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
