using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Wire;

/// <summary>Takes in what an entry sent by a program says; its files go to the disk as they are met.</summary>
internal sealed class EntryInputs(UploadTaking uploads)
{
    /// <returns>The broken member where a file is no data URL; then nothing that was taken is left.</returns>
    public async Task<(IReadOnlyList<KeyValuePair<string, FieldInput>> Inputs, IReadOnlyList<TakenUpload> Taken, string? Broken)> ReadAsync(Form form, EntryJson entry, CancellationToken cancellation)
    {
        var inputs = new List<KeyValuePair<string, FieldInput>>();
        var taken = new List<TakenUpload>();
        foreach (var value in entry.Values)
        {
            var files = ImmutableArray.CreateBuilder<UploadedFile>();
            foreach (var file in value.Files)
            {
                if (file.Bytes() is not { } bytes)
                {
                    uploads.Drop(taken.Select(upload => upload.File));
                    return ([], [], $"values.{value.Alias}");
                }

                var upload = await TakeAsync(form, value.Alias, file.Name, bytes, cancellation);
                taken.Add(upload);
                if (upload.Refusal is null) files.Add(upload.File);
            }

            inputs.Add(KeyValuePair.Create(value.Alias, new FieldInput(value.Texts, files.ToImmutable())));
        }

        return (inputs, taken, null);
    }

    /// <summary>A file for what takes none is not written: that it was there is enough to refuse it.</summary>
    private async Task<TakenUpload> TakeAsync(Form form, string alias, string name, ArraySegment<byte> bytes, CancellationToken cancellation) =>
        form.Find(alias) is { } bound && bound.Kind == FieldKinds.FileUpload
            ? await uploads.TakeAsync(bound.Field, new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), name, cancellation)
            : new TakenUpload(alias, new UploadedFile(Guid.Empty, name, "", bytes.Count), "");
}
