using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Storage.Files;
using Repository.Web.Media.Intake;

namespace Repository.Web.Media;

/// <summary>
/// Takes in the files of imported media items, whose uSync files say their address and no more: the file lies at that address in one of the folders, or
/// the store has it already, for the same item. One that is nowhere, or not fit to be kept, is a problem.
/// </summary>
internal sealed class ImportedFiles(ContentSchema schema, IContentStore store, FileStore files, MediaIntake intake, IReadOnlyList<string> folders)
{
    public async Task<(ImportBatch Batch, ImmutableArray<SchemaProblem> Problems)> TakeAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<SchemaProblem>();
        var items = new List<ImportedItem>(batch.Items.Count);
        foreach (var item in batch.Items)
        {
            var isWithFile = item.Kind == ItemKind.Media && !item.Trashed && schema.MediaType(item.Type) is not null;
            items.Add(isWithFile ? await TakeAsync(item, schema.MediaType(item.Type)!, problems, cancellation) : item);
        }

        return (batch with { Items = items }, problems.ToImmutable());
    }

    private async Task<ImportedItem> TakeAsync(ImportedItem item, ContentType type, ImmutableArray<SchemaProblem>.Builder problems, CancellationToken cancellation)
    {
        if (MediaItemFile.Address(schema, type, item.Content) is not { Length: > 0 } address) return item;
        if (folders.Select(folder => MediaAddress.FileBelow(folder, address)).FirstOrDefault(file => file is { Exists: true }) is not { } file)
        {
            if (!await IsStoredAsync(item, type, address, cancellation)) Refuse($"El archivo «{address}» no está en la carpeta de datos.");
            return item;
        }

        await using var bytes = file.OpenRead();
        var result = await intake.TakeAsync(bytes, file.Name, cancellation);
        if (result is not IntakeResult.Taken { File: var taken })
        {
            Refuse($"El archivo «{address}» no se puede tomar. {((IntakeResult.Refused)result).Reason}");
            return item;
        }

        using (taken)
        {
            if (!taken.Kind.Extensions.Contains(MediaFileName.Extension(address)))
            {
                Refuse($"El archivo «{address}» no es lo que su nombre dice: su contenido es de tipo {taken.Kind.Extension}.");
                return item;
            }

            // Before the item is there: once it is public, so is its file.
            await taken.KeepAsync(cancellation);
            return item with { Content = item.Content.WithMeasures(type, taken) };
        }

        void Refuse(string reason) => problems.Add(new SchemaProblem(item.Source, MediaProperties.File, reason));
    }

    /// <summary>Does the item stand in the store with this address and a file that is there?</summary>
    private Task<bool> IsStoredAsync(ImportedItem item, ContentType type, string address, CancellationToken cancellation) => store.ReadAsync(
        async reader =>
        {
            if (await reader.FindAsync(item.Key) is not { } known || await reader.RevisionAsync(known.Key, known.Revision) is not { } draft) return false;
            return MediaItemFile.Address(schema, type, draft.Content) == address && FileHash.Parse(draft.Content.Value(MediaProperties.Hash)) is { } hash && files.Find(hash) is not null;
        },
        cancellation);
}
