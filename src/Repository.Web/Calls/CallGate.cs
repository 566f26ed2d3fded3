using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Calls;

/// <summary>Lets applications in while their call is open, and afterwards from those who were asked for more, until their own time ends. Whoever sends too early or too late is told both hours; what came too late is noted for those who called.</summary>
internal sealed class CallGate(CallBook book, ICallStore store) : IEntryGate
{
    private static readonly FieldMessage NoCall = new("Ninguna convocatoria publicada recibe postulaciones con este formulario.", "No published call takes applications by this form.");

    public async ValueTask<FieldMessage?> RefusalAsync(EntryAttempt attempt, CancellationToken cancellation)
    {
        if (attempt.Form.Definition.Purpose != FormPurpose.Application) return null;
        var begun = attempt.Begun is { } entry && entry.State != EntryState.Draft ? await store.FindAsync(entry.Key, cancellation) : null;
        var call = begun is null ? CallChoice.Of(book.All, attempt.Form.Definition.Key, attempt.Content ?? attempt.Begun?.Content, attempt.At) : book.Of(begun);
        if (call is null) return NoCall;
        if (!attempt.IsSent) return Applying.Closure(call, begun, attempt.At) is { } closure ? new FieldMessage(closure, InEnglish(call, begun, attempt.At)) : null;
        if (Applying.Refusal(call, begun, attempt.At) is not { } refusal) return null;
        var isLate = Applying.IsLate(call, begun, attempt.At);
        if (isLate) await store.NoteLateAsync(Late(call, attempt), cancellation);
        return new FieldMessage(refusal, $"{InEnglish(call, begun, attempt.At)} Your attempt came on {Told(call, attempt.At)}{(isLate ? ", too late" : "")}.");
    }

    private static LateAttempt Late(Call call, EntryAttempt attempt) =>
        new(attempt.Name.Length > 0 ? DerivedKey.Of(call.Key, attempt.Name) : Guid.NewGuid(), call.Key, attempt.At);

    private static string InEnglish(Call call, Application? begun, DateTimeOffset at) => (begun?.Remedy, call.Dates) switch
    {
        ({ } remedy, _) => $"The time to complete the application ended on {Told(call, remedy.Until)}.",
        (_, { } dates) when at < dates.Opening => $"The call opens on {Told(call, dates.Opening!.Value)}.",
        (_, { } dates) => $"The call closed on {Told(call, dates.Zone.At(dates.ClosesAt))}.",
        _ => "The call does not say until when it takes applications: for now it takes none.",
    };

    private static string Told(Call call, DateTimeOffset moment) => call.Zone.Local(moment).ToString("yyyy-MM-dd HH:mm:ss (zzz)", CultureInfo.InvariantCulture);
}
