using Npgsql;

namespace Repository.Testing;

/// <summary>
/// A real PostgreSQL server of one's own, in a temporary folder, reached through a socket in it. It starts with the first database that is asked for
/// and is stopped when disposed. Made to be an assembly fixture: <c>[assembly: AssemblyFixture(typeof(PostgresCluster))]</c>.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    public const string WhyAbsent = "PostgreSQL's server programs are not installed (/usr/lib/postgresql).";

    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _folder;
    private int _databases;

    public static bool IsInstalled => PostgresPrograms.Folder is not null;

    private string Data => Path.Combine(_folder!, "data");

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await EnsureStartedAsync();
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(Connection("postgres", pooling: false));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return Connection(name, pooling: true);
    }

    /// <summary>Stops the server at once, as an operator would.</summary>
    public Task StopAsync() => PostgresPrograms.RunAsync("pg_ctl", "stop", "-D", Data, "-m", "fast", "-w", "-s");

    public Task StartAsync() => PostgresPrograms.RunAsync("pg_ctl", "start", "-D", Data, "-l", Path.Combine(_folder!, "log"), "-w", "-s", "-o", Options);

    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await StopAsync();
        Directory.Delete(_folder, recursive: true);
        _starting.Dispose();
    }

    private string Options => $"-c listen_addresses='' -c unix_socket_directories={_folder} -c max_connections=200";

    private async Task EnsureStartedAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_folder is not null) return;
            _folder = await PostgresPrograms.NewFolderAsync();
            await PostgresPrograms.RunAsync(
                "initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions");
            await StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    private string Connection(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder,
        Username = "postgres",
        Database = database,
        Pooling = pooling,
    }.ToString();
}
