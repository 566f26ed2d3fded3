using System.Collections.Immutable;

namespace Repository.Core.Forms.Mail;

/// <summary>The letters that wait to be sent, and to whom those of each form go. Several nodes may send from it: a letter that was taken is nobody else's for a while.</summary>
public interface IFormMail
{
    Task<ImmutableArray<string>> RecipientsAsync(Guid form, CancellationToken cancellation);

    Task SetRecipientsAsync(Guid form, ImmutableArray<string> addresses, CancellationToken cancellation);

    /// <summary>Letters whose time has come, each counted as tried once more and left alone by others until then.</summary>
    Task<ImmutableArray<FormLetter>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellation);

    Task SentAsync(Guid letter, CancellationToken cancellation);

    Task FailedAsync(Guid letter, DateTimeOffset? next, string error, CancellationToken cancellation);

    Task<OutboxStanding> StandingAsync(CancellationToken cancellation);

    /// <summary>Tries again what was given up.</summary>
    Task<int> ReviveAsync(DateTimeOffset now, CancellationToken cancellation);
}

/// <param name="Waiting">Letters that will be tried, or tried again.</param>
/// <param name="GivenUp">Letters that nobody tries any more.</param>
/// <param name="Error">What went wrong last; empty when nothing did.</param>
public sealed record OutboxStanding(long Waiting, long GivenUp, DateTimeOffset? Oldest, string Error);
