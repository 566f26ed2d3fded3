using Repository.Core.Publishing;
using Repository.USync;
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
        return await installation.ImportAsync(new USyncFolder(installation.Options.USyncPath), "seed", cancellation);
    }

    /// <exception cref="StartRefusedException">Something in the folder is not fit to be taken in; nothing was.</exception>
    public static async Task<ImportCounts> ImportAsync(this Installation installation, USyncFolder folder, string by, CancellationToken cancellation)
    {
        var (batch, unreadable) = folder.ReadContent(installation.Schema, by);
        var (measured, missing) = new MediaMeasuring(installation.Schema, installation.Options.MediaPath).Measure(batch);
        if (!unreadable.IsEmpty || !missing.IsEmpty) throw new StartRefusedException(string.Join('\n', [.. unreadable, .. missing]));
        return await installation.ImportAsync(measured, cancellation);
    }

    public static async Task<ImportCounts> ImportAsync(this Installation installation, ImportBatch batch, CancellationToken cancellation)
    {
        var report = await new ContentImport(installation.Writer, installation.Validation).ImportAsync(batch, cancellation);
        if (!report.Problems.IsEmpty) throw new StartRefusedException(string.Join('\n', report.Problems));
        return report.Counts;
    }
}
