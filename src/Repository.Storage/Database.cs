using System.Data.Common;
using Npgsql;
using Repository.Core.Content;
using Repository.Storage.Migrations;

namespace Repository.Storage;

/// <summary>Opens the database of the repository and brings it to the shape this program knows.</summary>
public static class Database
{
    public const string Sqlite = "sqlite";
    public const string SqliteFile = "repository.db";

    /// <summary><paramref name="database"/> is <c>sqlite</c> (a file in <paramref name="dataPath"/>) or a PostgreSQL connection string.</summary>
    /// <exception cref="DatabaseRefusedException">The setting or the database itself is not one this program can work with.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public static Task<ContentStore> OpenAsync(string database, string dataPath, TimeProvider clock, CancellationToken cancellation)
    {
        var dialect = Dialect(database, dataPath);
        return OpenAsync(dialect, Migration.Known(dialect.Name), clock, cancellation);
    }

    internal static async Task<ContentStore> OpenAsync(ISqlDialect dialect, IReadOnlyList<Migration> migrations, TimeProvider clock, CancellationToken cancellation)
    {
        ValueHandlers.Register();
        try
        {
            await dialect.PrepareAsync(cancellation);
            await new MigrationRun(dialect, migrations, clock).CompleteAsync(cancellation);
            return new ContentStore(dialect);
        }
        catch (DbException failure)
        {
            await dialect.DisposeAsync();
            throw dialect.Explain(failure);
        }
        catch
        {
            await dialect.DisposeAsync();
            throw;
        }
    }

    internal static ISqlDialect Dialect(string database, string dataPath)
    {
        if (string.Equals(database, Sqlite, StringComparison.OrdinalIgnoreCase)) return SqliteDialect.InFolder(dataPath);
        try
        {
            return new PostgresDialect(new NpgsqlConnectionStringBuilder(database));
        }
        catch (ArgumentException failure)
        {
            // The text is not repeated: it may hold a password.
            throw new DatabaseRefusedException("El ajuste Repository:Database no es «sqlite» ni una cadena de conexión de PostgreSQL.", failure);
        }
    }
}
