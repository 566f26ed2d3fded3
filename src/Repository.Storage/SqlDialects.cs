using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Repository.Core.Content;
using SQLitePCL;

namespace Repository.Storage;

/// <summary>What a transaction is begun for. Those who write or migrate take turns with everyone who does the same.</summary>
internal enum Access
{
    Read,
    Write,
    Migrate,
}

/// <summary>Everything that differs between the databases stands in this file; all other SQL is the same for both.</summary>
internal interface ISqlDialect : IAsyncDisposable
{
    /// <summary>The word in the file name of a migration that is only for this database.</summary>
    string Name { get; }

    /// <summary>The column <c>content</c> of <c>revision</c> as UTF-8 bytes, and the parameter <c>@Content</c>, which holds such bytes, as text.</summary>
    string ContentAsBytes { get; }

    string BytesAsContent { get; }

    /// <summary>"Is one of @Keys", where the parameter comes from <see cref="Keys"/>.</summary>
    string AmongKeys { get; }

    object Keys(IEnumerable<Guid> keys);

    /// <summary>The parameter @Pairs, JSON of [property, target] pairs, as rows: one way to the server, however many there are.</summary>
    string ReferenceRows { get; }

    /// <summary>The parameter @Lines, a JSON array of <see cref="ChangeLine"/>, as rows with the columns of <c>change</c>.</summary>
    string LineRows { get; }

    /// <summary>The parameter @Reviews, a JSON array of <see cref="ReviewLine"/>, as rows with the columns of <c>review</c>.</summary>
    string ReviewRows { get; }

    /// <summary>Reads the last number of the change log, and keeps others from writing until the transaction ends.</summary>
    string TakeHead { get; }

    /// <summary>Keeps others from writing accounts until the transaction ends.</summary>
    string TakeAccounts { get; }

    /// <summary>Moves the head to @Head and tells other processes as soon as that is committed.</summary>
    string MoveHead { get; }

    /// <summary>Checks, once, that the database is there and set up so that it loses nothing.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>A connection with an open transaction. Closing it gives it back to the pool.</summary>
    Task<DbConnection> BeginAsync(Access access, CancellationToken cancellation);

    /// <summary>Calls <paramref name="heard"/> when another process has written; returns at once where nobody tells.</summary>
    Task ListenAsync(Action heard, CancellationToken cancellation);

    /// <summary>Did the database fail, as opposed to the program?</summary>
    bool IsOutage(DbException failure);

    /// <summary>Why the database could not be opened.</summary>
    Exception Explain(DbException failure);

    /// <summary>Throws idle connections away: after an outage none of them can be trusted.</summary>
    void Forget();
}

/// <summary>One file, several processes: write-ahead log, every commit on the disk before it is acknowledged.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    // A large import touches more pages than the usual 2 MB hold; without room for them it writes each of them several times over.
    private const string WriterSettings = "PRAGMA busy_timeout = 50; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA query_only = OFF; PRAGMA cache_size = -16000; PRAGMA secure_delete = ON;";
    private const string ReaderSettings = "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;";

    private static readonly int[] Outages =
    [
        raw.SQLITE_PERM, raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_NOMEM, raw.SQLITE_READONLY, raw.SQLITE_IOERR, raw.SQLITE_CORRUPT,
        raw.SQLITE_FULL, raw.SQLITE_CANTOPEN, raw.SQLITE_PROTOCOL, raw.SQLITE_NOTADB,
    ];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly string _file;
    private readonly string _connection;

    public SqliteDialect(string file)
    {
        SqliteLibrary.Load();
        _file = file;
        _connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = true }.ToString();
    }

    /// <summary>How long a writer waits for another process before it gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The file grows no further than this many pages of 4 KiB: the way to rehearse a full disk.</summary>
    public uint MostPages { get; set; } = 0xFFFFFFFE;

    public string Name => "sqlite";

    public string ContentAsBytes => "CAST(content AS BLOB)";

    public string BytesAsContent => "CAST(@Content AS TEXT)";

    public string AmongKeys => "IN (SELECT value FROM json_each(@Keys))";

    public object Keys(IEnumerable<Guid> keys) => JsonSerializer.Serialize(keys, StorageJson.Default.IEnumerableGuid);

    public string ReferenceRows => "SELECT json_extract(value, '$[0]') AS property, json_extract(value, '$[1]') AS target FROM json_each(@Pairs)";

    public string LineRows =>
        """
        SELECT json_extract(value, '$.seq') AS seq, json_extract(value, '$.kind') AS kind, json_extract(value, '$.item_kind') AS item_kind,
               json_extract(value, '$.key') AS key, json_extract(value, '$.culture') AS culture, json_extract(value, '$.at') AS at, json_extract(value, '$.by') AS by
        FROM json_each(@Lines)
        """;

    public string ReviewRows =>
        """
        SELECT json_extract(value, '$.number') AS number, json_extract(value, '$.item_key') AS item_key, json_extract(value, '$.culture') AS culture,
               json_extract(value, '$.revision') AS revision, json_extract(value, '$.state') AS state, json_extract(value, '$.at') AS at, json_extract(value, '$.by') AS by,
               json_extract(value, '$.note') AS note, json_extract(value, '$.origin') AS origin
        FROM json_each(@Reviews)
        """;

    public string TakeHead => "SELECT seq FROM change_head";

    // Whoever writes has the whole file.
    public string TakeAccounts => "SELECT 1";

    public string MoveHead => "UPDATE change_head SET seq = @Head";

    public static SqliteDialect InFolder(string dataPath)
    {
        try
        {
            Directory.CreateDirectory(dataPath);
            return new SqliteDialect(Path.Combine(dataPath, Database.SqliteFile));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The data folder {dataPath} cannot be used.", failure);
        }
    }

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellation);
        var mode = await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode = WAL");
        if (mode != "wal") throw new DatabaseRefusedException($"{_file} no admite el registro de escritura anticipada ({mode}): ponlo en un disco local.");
    }

    public async Task<DbConnection> BeginAsync(Access access, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync(access == Access.Read ? ReaderSettings : $"{WriterSettings} PRAGMA max_page_count = {MostPages}");
            await (access == Access.Read ? connection.ExecuteAsync("BEGIN DEFERRED") : TakeTurnAsync(connection, cancellation));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task ListenAsync(Action heard, CancellationToken cancellation) => Task.CompletedTask;

    public bool IsOutage(DbException failure) => failure is SqliteException sqlite && Outages.Contains(sqlite.SqliteErrorCode);

    public Exception Explain(DbException failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT }
        ? new DatabaseRefusedException($"{_file} está dañado o no es una base de datos de SQLite: restáuralo de una copia.", failure)
        : new StoreUnavailableException($"{_file} cannot be opened: {failure.Message}", failure);

    public void Forget()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    public ValueTask DisposeAsync()
    {
        Forget();
        return ValueTask.CompletedTask;
    }

    /// <summary>Asks SQLite itself: the driver would sleep on the thread between its attempts, and not hear a cancellation.</summary>
    private async Task<int> TakeTurnAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        int code;
        while ((code = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE")) == raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(Pause, cancellation);
        }

        SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return code;
    }
}

/// <summary>One server, several nodes: the row of the change log's head is what writers take turns on.</summary>
internal sealed class PostgresDialect : ISqlDialect
{
    private const string Channel = "repository_change";

    /// <summary>A server lets in a hundred by default, and several nodes share it.</summary>
    private const int MostConnections = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _source;

    public PostgresDialect(NpgsqlConnectionStringBuilder settings)
    {
        _source = NpgsqlDataSource.Create(Completed(settings));
    }

    /// <summary>What the setting leaves open. (The builder <c>ContainsKey</c> of every word it knows; what was said is what it would serialise.)</summary>
    internal static NpgsqlConnectionStringBuilder Completed(NpgsqlConnectionStringBuilder settings)
    {
        // Statements are parsed and planned once per connection. A pooler in between may not bear that: then the setting says 0.
        if (!settings.ShouldSerialize("Max Auto Prepare")) settings.MaxAutoPrepare = 50;
        if (!settings.ShouldSerialize("Maximum Pool Size")) settings.MaxPoolSize = MostConnections;
        return settings;
    }

    public string Name => "postgres";

    public string ContentAsBytes => "convert_to(content, 'UTF8')";

    public string BytesAsContent => "convert_from(@Content, 'UTF8')";

    public string AmongKeys => "= ANY (@Keys)";

    public object Keys(IEnumerable<Guid> keys) => keys.ToArray();

    public string ReferenceRows => "SELECT pair ->> 0 AS property, CAST(pair ->> 1 AS UUID) AS target FROM json_array_elements(CAST(@Pairs AS JSON)) AS pair";

    public string LineRows =>
        "SELECT * FROM json_to_recordset(CAST(@Lines AS JSON)) AS line (seq BIGINT, kind TEXT, item_kind TEXT, key UUID, culture TEXT, at BIGINT, by TEXT)";

    public string ReviewRows =>
        """
        SELECT * FROM json_to_recordset(CAST(@Reviews AS JSON))
            AS line (number BIGINT, item_key UUID, culture TEXT, revision INTEGER, state TEXT, at BIGINT, by TEXT, note TEXT, origin TEXT)
        """;

    public string TakeHead => "SELECT seq FROM change_head FOR UPDATE";

    public string TakeAccounts => "SELECT pg_advisory_xact_lock(7236550410915)";

    public string MoveHead => $"UPDATE change_head SET seq = @Head; SELECT pg_notify('{Channel}', '')";

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        var encoding = await connection.ExecuteScalarAsync<string>("SHOW server_encoding");
        if (encoding != "UTF8") throw new DatabaseRefusedException($"La base de datos de PostgreSQL está codificada en {encoding}: créala con ENCODING 'UTF8'.");
    }

    public async Task<DbConnection> BeginAsync(Access access, CancellationToken cancellation)
    {
        try
        {
            return await TryBeginAsync(access, cancellation);
        }
        catch (NpgsqlException failure) when (failure is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } && IsOutage(failure))
        {
            // The server was away and may be back: pooled connections do not know that yet, a fresh one does.
            Forget();
            return await TryBeginAsync(access, cancellation);
        }
    }

    public async Task ListenAsync(Action heard, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation);
                connection.Notification += (_, _) => heard();
                await connection.ExecuteAsync($"LISTEN {Channel}");
                while (true) await connection.WaitAsync(cancellation);
            }
            catch (NpgsqlException)
            {
                // Whoever waits also looks for himself from time to time: without the server's word, changes come a little later.
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    public bool IsOutage(DbException failure) => failure switch
    {
        // Connection, transaction rollback, resources, operator, system, lock, read-only standby. The rest is a mistake of the program.
        PostgresException error => error.SqlState[..2] is "08" or "40" or "53" or "57" or "58" or "XX" || error.SqlState is "55P03" or "25006",
        _ => failure is NpgsqlException,
    };

    public Exception Explain(DbException failure) => failure is PostgresException error && !IsOutage(failure)
        ? new DatabaseRefusedException($"PostgreSQL rechaza la base de datos: {error.MessageText}", failure)
        : new StoreUnavailableException($"PostgreSQL cannot be reached: {failure.Message}", failure);

    public void Forget() => _source.Clear();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<DbConnection> TryBeginAsync(Access access, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(Opening(access), cancellationToken: cancellation));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // A writer must see what was committed while it waited for its turn: read committed, not repeatable read.
    private static string Opening(Access access) => access switch
    {
        Access.Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        Access.Write => "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '20s'",
        _ => "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '20s'; SELECT pg_advisory_xact_lock(7236550410914)",
    };
}
