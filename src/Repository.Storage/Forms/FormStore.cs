using System.Collections.Immutable;
using System.Text;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>Forms in the database of the content. Thread-safe.</summary>
internal sealed class FormStore(ISqlDialect dialect) : IFormStore
{
    private const string FromFile = "file";
    private const string DraftColumns = "revision AS Revision, by AS By, at AS At, definition AS Definition, former AS Former";

    public Task<ImmutableArray<FormHead>> HeadsAsync(CancellationToken cancellation) => dialect.ReadAsync<ImmutableArray<FormHead>>(
        async session =>
            [.. (await session.ListAsync<HeadRow>($"SELECT {HeadRow.Columns} FROM form_head h JOIN form_version v ON v.form_key = h.form_key AND v.number = h.number ORDER BY v.form_key")).Select(row => row.Head)],
        cancellation);

    public Task<long> MarkAsync(CancellationToken cancellation) => dialect.ReadAsync(session => session.FirstAsync<long>("SELECT CAST(COALESCE(SUM(moves), 0) AS BIGINT) FROM form_head"), cancellation);

    public Task<bool> TakeFromFileAsync(Form form, DateTimeOffset now, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            var said = await session.FirstAsync<string>("SELECT file_hash FROM form_head WHERE form_key = @Key", new { form.Definition.Key });
            if (said == form.Hash) return false;
            await HeadAsync(session, await VersionAsync(session, form, now), FromFile, form.Hash);
            return true;
        },
        cancellation);

    public Task<FormHead?> PublishAsync(Form form, int? draft, string by, DateTimeOffset now, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            if (draft is { } revision && await DropDraftAsync(session, form.Definition.Key, revision) == 0) return null;
            var version = await VersionAsync(session, form, now);
            await HeadAsync(session, version, by, null);
            return new FormHead(version, by);
        },
        cancellation);

    public Task<ImmutableArray<FormDraftState>> DraftsAsync(CancellationToken cancellation) => dialect.ReadAsync<ImmutableArray<FormDraftState>>(
        async session => [.. (await session.ListAsync<DraftRow>($"SELECT {DraftColumns} FROM form_draft ORDER BY form_key")).Select(row => row.State)],
        cancellation);

    public Task<FormDraftState?> FindDraftAsync(Guid form, CancellationToken cancellation) => dialect.ReadAsync(
        async session => (await session.FirstAsync<DraftRow>($"SELECT {DraftColumns} FROM form_draft WHERE form_key = @Form", new { Form = form }))?.State,
        cancellation);

    public Task<FormDraftState?> SaveDraftAsync(FormDraftState draft, CancellationToken cancellation) => dialect.WriteAsync(
        async session =>
        {
            var row = new { FormKey = draft.Definition.Key, draft.Revision, draft.By, draft.At, Definition = Encoding.UTF8.GetString(FormJson.Write(draft.Definition)) };
            var kept = await session.ExecuteAsync(
                draft.Revision == 0
                    ? "INSERT INTO form_draft (form_key, revision, by, at, definition) VALUES (@FormKey, 1, @By, @At, @Definition) ON CONFLICT DO NOTHING"
                    : "UPDATE form_draft SET revision = revision + 1, by = @By, at = @At, former = definition, definition = @Definition WHERE form_key = @FormKey AND revision = @Revision",
                row);
            return kept == 0 ? null : draft with { Revision = draft.Revision + 1 };
        },
        cancellation);

    public Task<bool> DropDraftAsync(Guid form, int revision, CancellationToken cancellation) => dialect.WriteAsync(async session => await DropDraftAsync(session, form, revision) > 0, cancellation);

    private static async Task<FormVersion> VersionAsync(Session session, Form form, DateTimeOffset now) =>
        await new EntryReading(session).VersionAsync(form.Definition.Key, form.Hash) ?? await new EntryWriting(session).AddVersionAsync(form, now);

    /// <param name="fileHash">What the file says, when that is where the version comes from.</param>
    private static Task<int> HeadAsync(Session session, FormVersion version, string by, string? fileHash) => session.ExecuteAsync(
        """
        INSERT INTO form_head (form_key, number, by, file_hash, moves) VALUES (@Form, @Number, @By, COALESCE(@FileHash, ''), 1)
        ON CONFLICT (form_key) DO UPDATE SET number = @Number, by = @By, file_hash = COALESCE(@FileHash, form_head.file_hash), moves = form_head.moves + 1
        """,
        new { version.Form, version.Number, By = by, FileHash = fileHash });

    private static Task<int> DropDraftAsync(Session session, Guid form, int revision) =>
        session.ExecuteAsync("DELETE FROM form_draft WHERE form_key = @Form AND revision = @Revision", new { Form = form, Revision = revision });

    private sealed class HeadRow : VersionRow
    {
        public const string Columns = "v.form_key AS FormKey, v.number AS Number, v.hash AS Hash, v.at AS At, v.definition AS Definition, h.by AS By";

        public string By { get; init; } = "";

        public FormHead Head => new(Version, By);
    }

    private sealed class DraftRow
    {
        public int Revision { get; init; }
        public string By { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string Definition { get; init; } = "";
        public string? Former { get; init; }

        public FormDraftState State => new(FormJson.ReadDefinition(Definition), Revision, By, At) { Former = Former is null ? null : FormJson.ReadDefinition(Former) };
    }
}
