using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;
using Repository.Storage.Forms;

namespace Repository.Web.Forms.Receiving;

/// <summary>Takes files of people in: written to the disk as they come, no longer than their field allows, and only if they are what their names say.</summary>
internal sealed class UploadTaking(EntryFiles files)
{
    public async Task<TakenUpload> TakeAsync(FormField field, Stream content, string name, CancellationToken cancellation)
    {
        var title = FileUpload.FileTitle(name);
        var options = FileUpload.Options(field);
        var most = Math.Min(options.MaxBytes, FormLimits.FileBytes);
        // What nobody asked for is not written down: the field says in its own words what it takes.
        if (!FileUpload.Takes(options, title)) return new TakenUpload(field.Alias, new UploadedFile(Guid.Empty, title, "", 0), "");
        if (await files.KeepAsync(content, title, AttachmentSign.MediaType(title), most, cancellation) is not { } kept)
        {
            // Told as one byte more than there may be: the field says in its own words what it takes.
            return new TakenUpload(field.Alias, new UploadedFile(Guid.Empty, title, "", most + 1), "");
        }

        if (kept.File.Length == 0 || await FitsAsync(kept.File, cancellation)) return new TakenUpload(field.Alias, kept.File, kept.Hash);
        files.Erase(kept.File.Key);
        return new TakenUpload(field.Alias, kept.File, kept.Hash) { Refusal = Lie(field, title) };
    }

    /// <summary>Whoever did not come to an entry does not stay.</summary>
    public void Drop(IEnumerable<UploadedFile> uploads)
    {
        foreach (var upload in uploads.Where(upload => upload.Key != Guid.Empty)) files.Erase(upload.Key);
    }

    private async Task<bool> FitsAsync(UploadedFile kept, CancellationToken cancellation)
    {
        await using var stored = files.Open(kept.Key) ?? throw new InvalidOperationException("A file that was just kept is not there.");
        var head = new byte[(int)Math.Min(AttachmentSign.Length, kept.Length)];
        await stored.ReadExactlyAsync(head, cancellation);
        return AttachmentSign.Fits(kept.Name, head);
    }

    private static FieldMessage Lie(FormField field, string title) => new(
        $"En {FieldMessage.Name(field)} el archivo «{title}» no es lo que dice su nombre. Adjunta el archivo original.",
        $"The file «{title}» in {FieldMessage.Name(field)} is not what its name says. Please attach the original file.");
}

/// <summary>A file somebody sent for a field: kept, or refused and gone.</summary>
internal sealed record TakenUpload(string Alias, UploadedFile File, string Hash)
{
    public FieldMessage? Refusal { get; init; }
}
