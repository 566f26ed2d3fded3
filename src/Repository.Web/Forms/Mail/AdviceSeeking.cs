using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Core.Publishing;
using Repository.Web.Live;

namespace Repository.Web.Forms.Mail;

/// <summary>Finds out to whom somebody's wish for advice goes: the address the practice is published with, read from the store, for what is public does not have it.</summary>
internal sealed class AdviceSeeking(IContentStore store, LiveContent live)
{
    /// <summary>Null where nobody is asked for advice, the practice cannot be seen, or it names no address.</summary>
    public async Task<SoughtAdvice?> OfAsync(FormDefinition form, FormEntry entry, CancellationToken cancellation)
    {
        if (!AdviceRequest.IsIn(form, entry) || live.Current.Find(entry.Content!.Value) is not { Kind: ItemKind.Document } practice) return null;
        var address = await store.ReadAsync(reader => AddressAsync(reader, practice.Key), cancellation);
        return address is null ? null : new SoughtAdvice(address, practice);
    }

    private static async Task<string?> AddressAsync(IContentReader reader, Guid practice)
    {
        var shown = (await reader.PublicationsAsync(practice)).MaxBy(publication => publication.Revision);
        var content = shown is null ? null : (await reader.RevisionAsync(practice, shown.Revision))?.Content;
        return content?.Value(AdviceRequest.Address) is { } address && LetterWriting.IsAddress(address) ? address : null;
    }
}

/// <summary>Where a wish for advice goes, and about what.</summary>
internal sealed record SoughtAdvice(string Address, PublishedItem Practice);
