using System.Collections.Concurrent;
using System.ComponentModel;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Storage.Files;
using Repository.Web.Media.Intake;

namespace Repository.Web.Media.Previews;

/// <summary>What came of looking after the preview of an item.</summary>
internal enum PreviewState
{
    /// <summary>There is nothing to do, or no preview to have.</summary>
    Settled,

    /// <summary>A picture was made or brought up to date.</summary>
    Made,

    /// <summary>The tool it takes is not installed.</summary>
    Waiting,

    /// <summary>The file could not be drawn; it is not tried again as long as it stays the same.</summary>
    Failed,
}

/// <summary>
/// Keeps beside each drawing and each PDF a picture that shows it: an Image of its own, which the item names in <c>preview</c>. It follows its original –
/// file, words, rights, whether the public sees it – and an original that names another picture is left alone. Doing it again changes nothing.
/// </summary>
internal sealed partial class PreviewTending(IContentStore store, ContentEditing editing, ContentValidation validation, FileStore files, MediaIntake intake, PreviewDrawing drawing, ILogger<PreviewTending> log)
{
    public const string By = "previews";

    private const string Image = "Image";

    /// <summary>The name space of the keys of previews: two processes that make the same one find that out.</summary>
    private static readonly Guid Space = new("5f0a7d0c-6f0e-5c1b-9b0e-2f4e3a6d8c11");

    private static readonly HashSet<string> Types = [FileKind.Svg.MediaType, FileKind.Pdf.MediaType];

    private readonly ConcurrentDictionary<Guid, string> _failures = new();

    /// <summary>The key of the preview that an item has or would have.</summary>
    public static Guid KeyOf(Guid original) => DerivedKey.Of(Space, original.ToString());

    /// <summary>Every drawing and every document, those in the bin too.</summary>
    public Task<IReadOnlyList<Guid>> OriginalsAsync(CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<Guid>>(
        async reader =>
        {
            var originals = new List<Guid>();
            foreach (var top in (await reader.ChildrenAsync(ItemKind.Media, null)).Concat(await reader.BinAsync(ItemKind.Media)))
            {
                originals.AddRange((await reader.DescendantsAsync(top.Key)).Prepend(top).Where(item => Types.Contains(item.Type)).Select(item => item.Key));
            }

            return [.. originals.Distinct()];
        },
        cancellation);

    /// <summary>Looks after the preview of one item, whatever it is.</summary>
    public async Task<PreviewState> TendAsync(Guid key, CancellationToken cancellation)
    {
        var (item, draft) = await store.ReadAsync(reader => MediaPlaces.WithDraftAsync(reader, key), cancellation);
        var (shown, picture) = await store.ReadAsync(reader => MediaPlaces.WithDraftAsync(reader, KeyOf(key)), cancellation);
        if (item is null || draft is null || !Types.Contains(item.Type)) return await HideAsync(shown, cancellation);
        if (item.Trashed || NamesAnother(item, draft)) return await HideAsync(shown, cancellation);

        // First of all: a picture that cannot be drawn now must not go on showing what has been withdrawn, nor a new one be seen for a moment.
        if (item.Restricted && await HideAsync(shown, cancellation) == PreviewState.Made)
        {
            var state = await TendAsync(key, cancellation);
            return state == PreviewState.Settled ? PreviewState.Made : state;
        }

        if (FileHash.Parse(draft.Value(MediaProperties.Hash)) is not { } hash || files.Find(hash) is not { } path) return PreviewState.Settled;
        var origin = $"{key} {hash.Hex}";
        if (shown is not null && picture?.Value(MediaProperties.MadeFrom) == origin) return await FollowAsync(item, draft, shown, picture, cancellation);
        return await DrawAsync(new Work(item, draft, shown, picture, origin), path, cancellation);
    }

    private async Task<PreviewState> DrawAsync(Work work, string path, CancellationToken cancellation)
    {
        var kind = work.Original.Type == FileKind.Pdf.MediaType ? FileKind.Pdf : FileKind.Svg;
        if (_failures.GetValueOrDefault(work.Original.Key) == work.Origin) return PreviewState.Failed;
        if (!drawing.CanDraw(kind)) return PreviewState.Waiting;
        var folder = Directory.CreateTempSubdirectory("preview-").FullName;
        try
        {
            if (await drawing.DrawAsync(kind, path, folder, cancellation) is not { } complaint) return await KeepAsync(work, PreviewDrawing.Picture(folder), cancellation);
            return drawing.CanDraw(kind) ? Failed(work, complaint) : PreviewState.Waiting;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or Win32Exception)
        {
            return Failed(work, broken.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The picture comes in by the same way as any other file.</summary>
    private async Task<PreviewState> KeepAsync(Work work, string drawn, CancellationToken cancellation)
    {
        if (validation.Schema.MediaType(Image) is not { } type) return PreviewState.Settled;
        var address = MediaItemFile.Address(validation.Schema, validation.TypeOf(work.Original), work.Draft);
        await using var bytes = File.OpenRead(drawn);
        if (await intake.TakeAsync(bytes, $"{MediaFileName.Stem(address)}-vista-previa.png", cancellation) is not IntakeResult.Taken { File: var taken }) return Failed(work, "What was drawn is no picture.");
        using (taken)
        {
            var place = work.Picture is { } known ? MediaAddress.Beside(MediaItemFile.Address(validation.Schema, type, known), taken.Name) : MediaAddress.New(taken.Name);
            var content = PreviewWords.Of(validation.TypeOf(work.Original), work.Draft, work.Picture).WithAddress(type, place).WithMeasures(type, taken).With(MediaProperties.MadeFrom, work.Origin);
            await taken.KeepAsync(cancellation);
            var written = work.Shown is { } shown
                ? await editing.SaveAsync(new Seen(shown.Key, shown.Version, By), content, cancellation)
                : await editing.CreateAsync(Item(work.Original, type, content), cancellation);
            // A new one may also be refused because another process was faster.
            if (written is WriteResult.Invalid invalid && (work.Shown is not null || await IsMissingAsync(work.Original.Key, cancellation))) return Failed(work, string.Join(' ', invalid.Problems.Select(problem => problem.Message)));
        }

        // What was written is read again: a preview is settled when its original names it and nothing is left to follow.
        await TendAsync(work.Original.Key, cancellation);
        return PreviewState.Made;
    }

    private async Task<bool> IsMissingAsync(Guid original, CancellationToken cancellation) => await store.ReadAsync(reader => reader.FindAsync(KeyOf(original)), cancellation) is null;

    private static NewItem Item(Item original, ContentType type, ItemContent content) => new()
    {
        Key = KeyOf(original.Key),
        Kind = ItemKind.Media,
        Type = type.Alias,
        Parent = original.ParentKey,
        Content = content,
        Restricted = original.Restricted,
        By = By,
    };

    private async Task<PreviewState> FollowAsync(Item item, ItemContent draft, Item shown, ItemContent picture, CancellationToken cancellation)
    {
        var type = validation.TypeOf(item);
        var version = shown.Version;
        var changed = false;
        var words = PreviewWords.Of(type, draft, picture);
        if (!words.Equals(picture) && await editing.SaveAsync(new Seen(shown.Key, version, By), words, cancellation) is WriteResult.Done saved) (version, changed) = (saved.Version, true);
        if (shown.Restricted != item.Restricted) changed |= await editing.RestrictAsync(new Seen(shown.Key, version, By), item.Restricted, cancellation) is WriteResult.Done;
        if (PreviewWords.Named(draft) is null && type.Property(MediaProperties.Preview) is not null)
        {
            // Whoever is changing the original just now wins; their change brings us back here.
            changed |= await editing.SaveAsync(new Seen(item.Key, item.Version, By), PreviewWords.Naming(draft, shown.Key), cancellation) is WriteResult.Done;
        }

        return changed ? PreviewState.Made : PreviewState.Settled;
    }

    /// <summary>What nobody is to see is hidden and not thrown away: an original may come back.</summary>
    private async Task<PreviewState> HideAsync(Item? shown, CancellationToken cancellation)
    {
        if (shown is null or { Restricted: true } or { Trashed: true }) return PreviewState.Settled;
        return await editing.RestrictAsync(new Seen(shown.Key, shown.Version, By), true, cancellation) is WriteResult.Done ? PreviewState.Made : PreviewState.Settled;
    }

    private static bool NamesAnother(Item item, ItemContent draft) => PreviewWords.Named(draft) is { } named && named != KeyOf(item.Key);

    private PreviewState Failed(Work work, string reason)
    {
        _failures[work.Original.Key] = work.Origin;
        LogFailed(work.Original.Key, reason);
        return PreviewState.Failed;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No preview of {Item}: {Reason}")]
    private partial void LogFailed(Guid item, string reason);

    private sealed record Work(Item Original, ItemContent Draft, Item? Shown, ItemContent? Picture, string Origin);
}
