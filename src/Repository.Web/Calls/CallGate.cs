using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Calls;

/// <summary>Lets applications in while their call is open, and afterwards from those who were asked for more, until their own time ends. Whoever is early or late is told both hours.</summary>
internal sealed class CallGate(CallBook book, ICallStore store) : IEntryGate
{
    private static readonly FieldMessage NoCall = new("Ninguna convocatoria publicada recibe postulaciones con este formulario.", "No published call takes applications by this form.");

    public async ValueTask<FieldMessage?> RefusalAsync(EntryAttempt attempt, CancellationToken cancellation)
    {
        if (attempt.Form.Definition.Purpose != FormPurpose.Application) return null;
        var begun = attempt.Begun is { } entry && entry.State != EntryState.Draft ? await store.FindAsync(entry.Key, cancellation) : null;
        var call = begun is null ? CallChoice.Of(book.All, attempt.Form.Definition.Key, attempt.Content ?? attempt.Begun?.Content, attempt.At) : book.Of(begun);
        if (call is null) return NoCall;
        return Applying.Refusal(call, begun, attempt.At) is { } refusal ? new FieldMessage(refusal, InEnglish(call, begun, attempt.At)) : null;
    }

    private static string InEnglish(Call call, Application? begun, DateTimeOffset at) => (begun?.Remedy, call.Dates) switch
    {
        ({ } remedy, _) => $"The time to complete the application ended on {Told(call, remedy.Until)}. Your attempt came on {Told(call, at)}.",
        (_, { } dates) when at < dates.Opening => $"The call opens on {Told(call, dates.Opening!.Value)}. Your attempt came on {Told(call, at)}.",
        (_, { } dates) => $"The call closed on {Told(call, dates.Zone.At(dates.ClosesAt))}. Your attempt came on {Told(call, at)}, too late.",
        _ => "The call does not say until when it takes applications: for now it takes none.",
    };

    private static string Told(Call call, DateTimeOffset moment) => call.Zone.Local(moment).ToString("yyyy-MM-dd HH:mm:ss (zzz)", CultureInfo.InvariantCulture);
}
