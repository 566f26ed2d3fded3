using Repository.Storage;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary>A start without serving: schema and content go into a database that is thrown away, and what is wrong with them is told.</summary>
internal static class Rehearsal
{
    /// <exception cref="StartRefusedException">Schema or content are not fit to be served.</exception>
    public static async Task RunAsync(RepositoryOptions options, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("repository-check-");
        try
        {
            var rehearsed = options with { DataPath = folder.FullName, Database = Database.Sqlite };
            await using var installation = await Installation.OpenAsync(rehearsed, TimeProvider.System, cancellation);
            await installation.RehearseSeedAsync(options, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
