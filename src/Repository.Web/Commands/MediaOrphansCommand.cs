using System.CommandLine;
using System.Globalization;
using Repository.Web.Media;

namespace Repository.Web.Commands;

/// <summary><c>media orphans</c>: stored files that no revision names, listed or removed.</summary>
internal static class MediaOrphansCommand
{
    public static Command Build()
    {
        var remove = new Option<bool>("--remove") { Description = "Remove them for good." };
        var command = MediaCommand.Command("orphans", "List the stored files that no revision of any item names and that are older than a day.");
        command.Options.Add(remove);
        command.SetAction((parsed, cancellation) => MediaCommand.WorkAsync(parsed, null, async (installation, _) =>
        {
            var orphans = new OrphanFiles(installation.Store, installation.Files, installation.Texts, installation.Clock);
            var (files, bytes, isRemoving) = (0, 0L, parsed.GetValue(remove));
            foreach (var orphan in await orphans.FindAsync(cancellation))
            {
                if (isRemoving && !orphans.Remove(orphan)) continue;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{orphan.Hash}  {orphan.Bytes}"));
                (files, bytes) = (files + 1, bytes + orphan.Bytes);
            }

            await Console.Error.WriteLineAsync(files == 0
                ? "No hay archivos que ningún elemento nombre."
                : string.Create(CultureInfo.InvariantCulture, $"Archivos que ningún elemento nombra: {files}, de {bytes} bytes en total.{(isRemoving ? " Se eliminaron." : " Se eliminan con --remove.")}"));
            return 0;
        }, cancellation));
        return command;
    }
}
