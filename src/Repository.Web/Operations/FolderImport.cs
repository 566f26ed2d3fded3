using Repository.Core.Publishing;
using Repository.USync;
using Repository.USync.Schema;
using Repository.Web.Media;

namespace Repository.Web.Operations;

/// <summary>Takes the content of a uSync folder into the store: all of it, or nothing and every reason.</summary>
internal static class FolderImport
{
    /// <summary>Seed content and its files, for a database that is still empty. Processes that start together find each other's work done.</summary>
    public static async Task SeedWhenEmptyAsync(this Installation installation, CancellationToken cancellation)
    {
        if (await installation.Store.HeadAsync(cancellation) > 0) return;
        await ImportSeedAsync(installation, cancellation);
    }

    public static async Task<ImportCounts> ImportSeedAsync(this Installation installation, CancellationToken cancellation)
    {
        SeedFiles.CopyMissing(installation.Options.SeedMediaPath, installation.Options.MediaPath);
        return await installation.ImportAsync(new USyncFolder(installation.Options.USyncPath), "seed", [installation.Options.MediaPath], cancellation);
    }

    /// <summary>What an import of the seed into another installation would say of it. A file that is not in its data folder yet counts when it would be copied there.</summary>
    public static Task<ImportCounts> RehearseSeedAsync(this Installation installation, RepositoryOptions real, CancellationToken cancellation) =>
        installation.ImportAsync(new USyncFolder(real.USyncPath), "seed", [real.MediaPath, real.SeedMediaPath], cancellation);

    /// <summary>
    /// The content of any folder. A schema beside it is not taken over: content is read by the schema in use. But a schema that does not hold
    /// together shows that the folder is not what its maker meant, and refuses it as a whole.
    /// </summary>
    /// <exception cref="StartRefusedException">Something in the folder is not fit to be taken in; nothing was.</exception>
    public static async Task<ImportCounts> ImportFolderAsync(this Installation installation, string path, CancellationToken cancellation)
    {
        if (!Directory.Exists(path)) throw new StartRefusedException($"La carpeta «{path}» no existe.");
        var folder = new USyncFolder(Path.GetFullPath(path));
        if (folder.HasSchema && folder.ReadSchema(installation.Editors) is SchemaResult.Refused refused) throw new StartRefusedException(string.Join('\n', refused.Problems));
        return await installation.ImportAsync(folder, "usync", [installation.Options.MediaPath], cancellation);
    }

    public static async Task<ImportCounts> ImportAsync(this Installation installation, ImportBatch batch, CancellationToken cancellation)
    {
        var report = await new ContentImport(installation.Writer, installation.Validation).ImportAsync(batch, cancellation);
        if (!report.Problems.IsEmpty) throw new StartRefusedException(string.Join('\n', report.Problems));
        return report.Counts;
    }

    private static async Task<ImportCounts> ImportAsync(this Installation installation, USyncFolder folder, string by, string[] mediaFolders, CancellationToken cancellation)
    {
        var (batch, unreadable) = folder.ReadContent(installation.Schema, by);
        var (measured, missing) = new MediaMeasuring(installation.Schema, mediaFolders).Measure(batch);
        if (!unreadable.IsEmpty || !missing.IsEmpty) throw new StartRefusedException(string.Join('\n', [.. unreadable, .. missing]));
        return await installation.ImportAsync(measured, cancellation);
    }
}
