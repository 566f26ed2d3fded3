using System.Collections.Immutable;
using Repository.Core.Forms.Mail;

namespace Repository.Storage.Forms;

/// <summary>Letters and their recipients, in transactions of their own. Thread-safe.</summary>
internal sealed class FormMailStore(ISqlDialect dialect) : IFormMail
{
    private const string Columns =
        "key AS Key, kind AS Kind, form_key AS Form, entry_key AS Entry, folio AS Folio, address AS Address, created_at AS CreatedAt, attempts AS Attempts, next_at AS NextAt, error AS Error";

    public Task<ImmutableArray<string>> RecipientsAsync(Guid form, CancellationToken cancellation) => dialect.ReadAsync<ImmutableArray<string>>(
        async session => [.. await session.ListAsync<string>("SELECT address FROM form_recipient WHERE form_key = @Form ORDER BY place", new { Form = form })], cancellation);

    public Task SetRecipientsAsync(Guid form, ImmutableArray<string> addresses, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("DELETE FROM form_recipient WHERE form_key = @Form", new { Form = form });
            foreach (var (place, address) in addresses.Index())
            {
                await session.ExecuteAsync("INSERT INTO form_recipient (form_key, place, address) VALUES (@Form, @Place, @Address)", new { Form = form, Place = place, Address = address });
            }

            return addresses.Length;
        },
        cancellation);

    public Task<ImmutableArray<FormLetter>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            var due = await session.ListAsync<LetterRow>($"SELECT {Columns} FROM form_letter WHERE next_at <= @Now ORDER BY next_at LIMIT @Most", new { Now = now, Most = most });
            var taken = ImmutableArray.CreateBuilder<FormLetter>();
            foreach (var row in due)
            {
                // Another node may have taken it since it was read.
                var hit = await session.ExecuteAsync(
                    "UPDATE form_letter SET attempts = attempts + 1, next_at = @Until WHERE key = @Key AND attempts = @Attempts",
                    new { row.Key, row.Attempts, Until = until });
                if (hit == 1) taken.Add(row.Letter with { Attempts = row.Attempts + 1, NextAt = until });
            }

            return taken.ToImmutable();
        },
        cancellation);

    public Task SentAsync(Guid letter, CancellationToken cancellation) => dialect.WriteAsync(session => session.ExecuteAsync("DELETE FROM form_letter WHERE key = @Key", new { Key = letter }), cancellation);

    public Task FailedAsync(Guid letter, DateTimeOffset? next, string error, CancellationToken cancellation) => dialect.WriteAsync(
        session => session.ExecuteAsync("UPDATE form_letter SET next_at = @Next, error = @Error WHERE key = @Key", new { Key = letter, Next = next, Error = error }), cancellation);

    public Task<OutboxStanding> StandingAsync(CancellationToken cancellation) => dialect.ReadAsync(
        async session =>
        {
            var counts = (await session.FirstAsync<CountsRow>(
                "SELECT COUNT(*) AS Letters, COUNT(next_at) AS Waiting, MIN(created_at) AS Oldest FROM form_letter"))!;
            var error = await session.FirstAsync<string>("SELECT error FROM form_letter WHERE error <> '' ORDER BY created_at DESC LIMIT 1");
            return new OutboxStanding(counts.Waiting, counts.Letters - counts.Waiting, counts.Oldest, error ?? "");
        },
        cancellation);

    public Task<int> ReviveAsync(DateTimeOffset now, CancellationToken cancellation) =>
        dialect.WriteAsync(session => session.ExecuteAsync("UPDATE form_letter SET next_at = @Now, attempts = 0 WHERE next_at IS NULL", new { Now = now }), cancellation);

    /// <summary>A letter that waits already stays as it is.</summary>
    internal static Task AddAsync(Session session, FormLetter letter) => session.ExecuteAsync(
        """
        INSERT INTO form_letter (key, kind, form_key, entry_key, folio, address, created_at, attempts, next_at, error)
        VALUES (@Key, @Kind, @Form, @Entry, @Folio, @To, @CreatedAt, @Attempts, @NextAt, @Error) ON CONFLICT DO NOTHING
        """,
        new { letter.Key, Kind = letter.Kind.ToString(), letter.Form, letter.Entry, letter.Folio, letter.To, letter.CreatedAt, letter.Attempts, letter.NextAt, letter.Error });

    private sealed class LetterRow
    {
        public Guid Key { get; init; }
        public string Kind { get; init; } = "";
        public Guid Form { get; init; }
        public Guid Entry { get; init; }
        public string Folio { get; init; } = "";
        public string Address { get; init; } = "";
        public DateTimeOffset CreatedAt { get; init; }
        public int Attempts { get; init; }
        public DateTimeOffset? NextAt { get; init; }
        public string Error { get; init; } = "";

        public FormLetter Letter => new()
        {
            Key = Key,
            Kind = Enum.Parse<LetterKind>(Kind),
            Form = Form,
            Entry = Entry,
            Folio = Folio,
            To = Address,
            CreatedAt = CreatedAt,
            Attempts = Attempts,
            NextAt = NextAt,
            Error = Error,
        };
    }

    private sealed class CountsRow
    {
        public long Letters { get; init; }
        public long Waiting { get; init; }
        public DateTimeOffset? Oldest { get; init; }
    }
}
