using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Web.Media.Intake;

namespace Repository.Web.Media;

/// <summary>Makes media items of files, and gives items new files. The bytes are in the store before the item names them; what the item lacks is found before either.</summary>
internal sealed class MediaShelf(IContentStore store, ContentEditing editing, ContentValidation validation)
{
    private static readonly Dictionary<Guid, string> NoTerms = [];

    /// <summary>A new item for a file. The file is let go in any case.</summary>
    public async Task<ShelvingResult> AddAsync(IntakeResult result, string fileName, NewMedium medium, CancellationToken cancellation)
    {
        if (result is IntakeResult.Refused refused) return new ShelvingResult.Refused(refused.Code, refused.Reason);
        using var file = ((IntakeResult.Taken)result).File;
        if (validation.Schema.MediaType(file.Kind.MediaType) is not { } type) return new ShelvingResult.Refused("unsupportedFile", $"El esquema no tiene el tipo «{file.Kind.MediaType}».");
        var (licence, refusal) = await store.ReadAsync(reader => MediaPlaces.LicenceAsync(reader, medium.Licence), cancellation);
        if (refusal is not null) return new ShelvingResult.Refused("invalidItem", refusal);

        var address = MediaAddress.New(file.Name);
        var content = Written(type, medium, fileName, licence).WithAddress(type, address).WithMeasures(type, file);
        if (Problems(type, content, medium.IsPublic) is { IsEmpty: false } problems) return new ShelvingResult.Refused("invalidItem", problems);

        var same = await WithSameFileAsync(file, cancellation);
        var (folder, unfit) = await MediaPlaces.FolderAsync(store, editing, medium, cancellation);
        if (unfit is not null) return unfit;
        await file.KeepAsync(cancellation);
        var item = new NewItem { Key = medium.Key, Kind = ItemKind.Media, Type = type.Alias, Parent = folder, Content = content, Restricted = !medium.IsPublic, By = medium.By };
        return Told(await editing.CreateAsync(item, cancellation), address, same);
    }

    /// <summary>A new file for an item: its folder in the address stays, its older revisions keep their files.</summary>
    public async Task<ShelvingResult> ReplaceAsync(IntakeResult result, Seen seen, CancellationToken cancellation)
    {
        if (result is IntakeResult.Refused refused) return new ShelvingResult.Refused(refused.Code, refused.Reason);
        using var file = ((IntakeResult.Taken)result).File;
        var (item, draft) = await store.ReadAsync(reader => MediaPlaces.WithDraftAsync(reader, seen.Key), cancellation);
        if (item is not { Kind: ItemKind.Media } || draft is null) return new ShelvingResult.Refused("notFound", "No hay ningún archivo multimedia con este identificador.");
        var type = validation.TypeOf(item);
        var address = MediaAddress.Beside(MediaItemFile.Address(validation.Schema, type, draft), file.Name);
        var content = draft.WithAddress(type, address).WithMeasures(type, file);
        if (Problems(type, content, !item.Restricted) is { IsEmpty: false } problems) return new ShelvingResult.Refused("invalidItem", problems);

        var same = await WithSameFileAsync(file, cancellation);
        await file.KeepAsync(cancellation);
        return Told(await editing.SaveAsync(seen, content, cancellation), address, [.. same.Where(known => known.Key != seen.Key)]);
    }

    private static ItemContent Written(ContentType type, NewMedium medium, string fileName, Guid? licence)
    {
        var name = medium.Name.Length > 0 ? medium.Name : MediaFileName.Stem(fileName);
        var content = ItemContent.Named(name.Length > 0 ? name : fileName)
            .With("altText", medium.AltText).With("credit", medium.Credit).With("transcript", medium.Transcript).With("decorative", medium.IsDecorative ? "1" : "")
            .With("licence", licence is { } term ? $"umb://document/{term:n}" : "");
        if (medium.Captions is not { } captions) return content;
        return content.With("subtitlesFile", $$"""[{"key":"{{Guid.NewGuid()}}","mediaKey":"{{captions}}","mediaTypeAlias":"File","crops":[],"focalPoint":null}]""");
    }

    private ImmutableArray<string> Problems(ContentType type, ItemContent content, bool isPublic)
    {
        var reading = validation.Read(type, content);
        var problems = isPublic ? validation.ProblemsToPublish(reading, [ItemContent.Invariant], NoTerms) : reading.Problems;
        return [.. problems.Select(problem => problem.Message)];
    }

    private Task<ImmutableArray<KnownMedium>> WithSameFileAsync(TakenFile file, CancellationToken cancellation) => store.ReadAsync(
        async reader =>
        {
            var same = ImmutableArray.CreateBuilder<KnownMedium>();
            await foreach (var (item, content) in MediaPlaces.AllAsync(reader))
            {
                if (content.Value(MediaProperties.Hash) == file.Hash.Hex) same.Add(new KnownMedium(item.Key, content.Name() ?? ""));
            }

            return same.ToImmutable();
        },
        cancellation);

    private static ShelvingResult Told(WriteResult result, string address, ImmutableArray<KnownMedium> same) => result switch
    {
        WriteResult.Done done => new ShelvingResult.Done(done.Key, address, same),
        WriteResult.Invalid invalid => new ShelvingResult.Refused("invalidItem", [.. invalid.Problems.Select(problem => problem.Message)]),
        WriteResult.Forbidden forbidden => new ShelvingResult.Refused("forbidden", forbidden.Message),
        WriteResult.Stale => new ShelvingResult.Refused("conflict", "Alguien cambió este elemento mientras tanto: vuelve a intentarlo."),
        _ => new ShelvingResult.Refused("notFound", "No hay ningún archivo multimedia con este identificador."),
    };
}
