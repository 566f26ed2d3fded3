using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Repository.Core.Content;
using Repository.Storage.Files;
using Repository.Web.Media;
using Repository.Web.Media.Texts;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary><c>media text</c>: the words inside an item's file, where a text equivalent can begin.</summary>
internal static class MediaTextCommand
{
    public static Command Build()
    {
        var key = new Argument<string[]>("KEY") { Description = "The item whose file is read." };
        var command = MediaCommand.Command("text", "Print the words inside a file: a start for its text equivalent.");
        command.Arguments.Add(key);
        command.SetAction((parsed, cancellation) => MediaCommand.WorkAsync(parsed, key, RunAsync, cancellation));
        return command;

        async Task<int> RunAsync(Installation installation, string[] words)
        {
            if (words is not [var word] || !Guid.TryParse(word, out var item)) throw new StartRefusedException($"Di el identificador del elemento. {RepositoryCommands.TryHelp}");
            var text = await TextOfAsync(installation, item);
            if (text.Length == 0) throw new StartRefusedException("En este archivo no hay texto que se pueda leer.");
            Console.WriteLine(text);
            return 0;
        }
    }

    private static async Task<string> TextOfAsync(Installation installation, Guid key)
    {
        var (item, draft) = await installation.Store.ReadAsync(reader => MediaPlaces.WithDraftAsync(reader, key), CancellationToken.None);
        if (item is not { Kind: ItemKind.Media } || draft is null) throw new StartRefusedException("No hay ningún archivo multimedia con este identificador.");
        if (FileHash.Parse(draft.Value(MediaProperties.Hash)) is not { } hash) throw new StartRefusedException("De este elemento no se conoce su archivo: vuelve a traerlo.");
        var extraction = new TextExtraction(installation.Files, installation.Texts, new PdfToText(Environment.GetEnvironmentVariable("PATH")), NullLogger<TextExtraction>.Instance);
        var extension = draft.Value(MediaProperties.Extension) ?? "";
        if (!extraction.CanRead(extension)) throw new StartRefusedException($"Falta el programa {PdfToText.Program}: instala el paquete poppler-utils.");
        return await extraction.TextOfAsync(hash, extension, CancellationToken.None) ?? throw new StartRefusedException("El archivo de este elemento no está en la carpeta de datos.");
    }
}
