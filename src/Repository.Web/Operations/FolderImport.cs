using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Publishing;
using Repository.USync;
using Repository.USync.Schema;
using Repository.Web.Media;

namespace Repository.Web.Operations;

/// <summary>Takes the content of a uSync folder into the store: all of it, or nothing and every reason.</summary>
internal static class FolderImport
{
    /// <summary>Where a folder's media files lie, below it.</summary>
    public const string MediaFolder = "media";

    /// <summary>Seed content and its files, for a database that is still empty. Processes that start together find each other's work done.</summary>
    public static async Task SeedWhenEmptyAsync(this Installation installation, CancellationToken cancellation)
    {
        if (await installation.Store.HeadAsync(cancellation) > 0) return;
        await ImportSeedAsync(installation, cancellation);
    }

    public static Task<ImportCounts> ImportSeedAsync(this Installation installation, CancellationToken cancellation) => installation.RehearseSeedAsync(installation.Options, cancellation);

    /// <summary>The seed of one installation taken in by another, to be told what would be said of it.</summary>
    public static Task<ImportCounts> RehearseSeedAsync(this Installation installation, RepositoryOptions real, CancellationToken cancellation) =>
        installation.ImportAsync(new USyncFolder(real.USyncPath), "seed", [real.SeedMediaPath, real.MediaPath], cancellation);

    /// <summary>
    /// The content of any folder, with the media files in its <c>media</c>. A schema beside it is not taken over: content is read by the schema in use. But a schema that does not hold
    /// together shows that the folder is not what its maker meant, and refuses it as a whole.
    /// </summary>
    /// <exception cref="StartRefusedException">Something in the folder is not fit to be taken in; nothing was.</exception>
    public static async Task<ImportCounts> ImportFolderAsync(this Installation installation, string path, CancellationToken cancellation)
    {
        if (!Directory.Exists(path)) throw new StartRefusedException($"La carpeta «{path}» no existe.");
        var folder = new USyncFolder(Path.GetFullPath(path));
        if (folder.HasSchema && folder.ReadSchema(installation.Editors) is SchemaResult.Refused refused) throw new StartRefusedException(string.Join('\n', refused.Problems));
        return await installation.ImportAsync(folder, "usync", [Path.Combine(path, MediaFolder), installation.Options.MediaPath], cancellation);
    }

    public static async Task<ImportCounts> ImportAsync(this Installation installation, ImportBatch batch, CancellationToken cancellation)
    {
        var report = await new ContentImport(installation.Writer, installation.Validation).ImportAsync(batch, cancellation);
        if (!report.Problems.IsEmpty) throw new StartRefusedException(string.Join('\n', report.Problems));
        return report.Counts;
    }

    /// <summary>The forms of a folder come into force where their files say something new.</summary>
    /// <exception cref="StartRefusedException">A form does not hold together; none was taken.</exception>
    public static Task TakeFormsAsync(this Installation installation, USyncFolder folder, CancellationToken cancellation) => installation.TakeAsync(FormsOf(folder), cancellation);

    private static ImmutableArray<Form> FormsOf(USyncFolder folder)
    {
        var (forms, problems) = folder.ReadForms();
        return problems.IsEmpty ? forms : throw new StartRefusedException(string.Join('\n', problems));
    }

    private static async Task TakeAsync(this Installation installation, ImmutableArray<Form> forms, CancellationToken cancellation)
    {
        foreach (var form in forms) await installation.Store.Forms.TakeFromFileAsync(form, installation.Clock.GetUtcNow(), cancellation);
    }

    private static async Task<ImportCounts> ImportAsync(this Installation installation, USyncFolder folder, string by, string[] mediaFolders, CancellationToken cancellation)
    {
        var forms = FormsOf(folder);
        var (batch, unreadable) = folder.ReadContent(installation.Schema, by);
        var files = new ImportedFiles(installation.Schema, installation.Store, installation.Files, installation.Intake, mediaFolders);
        var (complete, unfit) = await files.TakeAsync(batch, cancellation);
        if (!unreadable.IsEmpty || !unfit.IsEmpty) throw new StartRefusedException(string.Join('\n', [.. unreadable, .. unfit]));
        var counts = await installation.ImportAsync(complete, cancellation);
        await installation.TakeAsync(forms, cancellation);
        return counts;
    }
}
