using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Storage.Forms;
using Repository.Web.Media;
using Repository.Web.Media.Intake;

namespace Repository.Web.Forms.Proposals;

/// <summary>
/// Brings the pictures and voices of a proposal into the library as restricted files: the desk finds them, the public does not, until somebody who may shows
/// each of them. Brought again, they are there already.
/// </summary>
internal sealed class ProposedFiles(IContentStore store, MediaIntake intake, MediaShelf shelf, EntryFiles files)
{
    private const string Folder = "Propuestas";
    private const string Picture = "Image";

    /// <summary>Every file that is still there, with what became of it. What the library refuses stays with the entry alone.</summary>
    public async Task<ImmutableArray<ProposedFile>> BringAsync(FormEntry entry, CancellationToken cancellation)
    {
        var brought = ImmutableArray.CreateBuilder<ProposedFile>();
        foreach (var file in entry.Files)
        {
            var medium = new NewMedium { Key = DerivedKey.Of(file.Key, "medium"), Name = file.Name, Folder = $"{Folder}/{entry.Folio}", By = Author.House };
            if (await BringAsync(file, medium, cancellation) is { } one) brought.Add(one);
        }

        return brought.ToImmutable();
    }

    private async Task<ProposedFile?> BringAsync(EntryFile file, NewMedium medium, CancellationToken cancellation)
    {
        var key = medium.Key!.Value;
        if (await FindAsync(key, cancellation) is { } known) return new ProposedFile(medium, known.Type == Picture ? key : null, "");
        if (files.Open(file.Key) is not { } bytes) return null;
        await using (bytes)
        {
            var result = await shelf.AddAsync(await intake.TakeAsync(bytes, file.Name, cancellation), file.Name, medium, cancellation);
            // Another node may have been as fast: what it brought is the same.
            if (await FindAsync(key, cancellation) is { } there) return new ProposedFile(medium, there.Type == Picture ? key : null, "");
            return new ProposedFile(medium, null, string.Join(' ', ((ShelvingResult.Refused)result).Reasons));
        }
    }

    private Task<Item?> FindAsync(Guid key, CancellationToken cancellation) => store.ReadAsync(reader => reader.FindAsync(key), cancellation);
}

/// <param name="Picture">Its key, when it is one that a gallery shows.</param>
/// <param name="Refusal">Why the library does not have it; empty when it does.</param>
internal sealed record ProposedFile(NewMedium Medium, Guid? Picture, string Refusal);
