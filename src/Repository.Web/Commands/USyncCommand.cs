using System.CommandLine;
using Repository.Core.Publishing;
using Repository.USync;
using Repository.Web.Media;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary><c>usync import</c> and <c>usync export</c>: content between the store and files of uSync 17.</summary>
internal static class USyncCommand
{
    public static Command Build()
    {
        var command = new Command("usync", "Import or export uSync 17 folders.");
        var from = new Argument<string[]>("DIR") { Description = "A folder with v17 below it; without one the configured folder." };
        command.Subcommands.Add(Working(new Command("import", "Take a folder's content in, all of it or nothing."), from, ImportAsync));
        var into = new Argument<string[]>("DIR") { Description = "The folder to write; what its v17 and Root hold is replaced." };
        command.Subcommands.Add(Working(new Command("export", "Write schema and content into a folder."), into, ExportAsync));
        return command;
    }

    /// <summary>The argument takes every word: settings may stand before the folder as well as behind it.</summary>
    private static Command Working(Command command, Argument<string[]> words, Func<Installation, string?, CancellationToken, Task<int>> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.Arguments.Add(words);
        command.SetAction((parsed, cancellation) => RepositoryCommands.ReportingAsync(async () =>
        {
            var (folder, configuration) = RepositoryCommands.Split([.. parsed.GetValue(words) ?? [], .. parsed.UnmatchedTokens]);
            await using var installation = await Installation.OpenAsync(Settings.Read(configuration), TimeProvider.System, cancellation);
            return await work(installation, folder, cancellation);
        }));
        return command;
    }

    private static async Task<int> ImportAsync(Installation installation, string? folder, CancellationToken cancellation)
    {
        var counts = folder is null ? await installation.ImportSeedAsync(cancellation) : await installation.ImportFolderAsync(folder, cancellation);
        if (folder is not null && new USyncFolder(Path.GetFullPath(folder)).HasAnotherSchemaThan(new USyncFolder(installation.Options.USyncPath)))
        {
            await Console.Error.WriteLineAsync("El esquema de la carpeta es distinto del que está en uso y no se tomó: los contenidos se leyeron con el que está en uso.");
        }

        Console.WriteLine($"{counts.Created} creados, {counts.Updated} actualizados, {counts.Unchanged} sin cambios, {counts.Deleted} eliminados.");
        return 0;
    }

    private static async Task<int> ExportAsync(Installation installation, string? folder, CancellationToken cancellation)
    {
        if (folder is null) throw new StartRefusedException("Di en qué carpeta escribir. " + RepositoryCommands.TryHelp);
        var items = await new ContentExport(installation.Store).ReadAsync(cancellation);
        var target = new USyncFolder(Path.GetFullPath(folder));
        var refused = target.Write(new USyncFolder(installation.Options.USyncPath), installation.Schema, items);
        if (!refused.IsEmpty) throw new StartRefusedException(string.Join('\n', refused));
        target.WriteForms((await installation.Store.Forms.HeadsAsync(cancellation)).Select(head => head.Version.Definition));
        var files = new ExportedFiles(installation.Schema, installation.Options, installation.Files);
        foreach (var lost in files.Write(items, Path.Combine(Path.GetFullPath(folder), FolderImport.MediaFolder))) await Console.Error.WriteLineAsync($"El archivo «{lost}» no está en la carpeta de datos.");
        foreach (var left in USyncFolder.LeftOut(installation.Schema, items)) await Console.Error.WriteLineAsync(left.ToString());
        Console.WriteLine($"{items.Count} elementos escritos en {folder}.");
        return 0;
    }
}
