using System.CommandLine;
using Repository.Core.Content;
using Repository.Core.Outreach;
using Repository.Web.Media;
using Repository.Web.Media.Previews;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary><c>media</c>: files into the store, what the items of older ones lack, and the commands about what lies in them.</summary>
internal static class MediaCommand
{
    private const string By = "media";

    private static readonly Dictionary<PreviewState, string> Said = new()
    {
        [PreviewState.Made] = "La vista previa está hecha.",
        [PreviewState.Waiting] = "Falta el programa que la dibuja: instala libvips-tools y poppler-utils.",
        [PreviewState.Failed] = "El archivo no se puede dibujar.",
    };

    public static Command Build()
    {
        var command = new Command("media", "Bring media files in, read them, list what they lack, make their previews, clear away what nothing names.");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(Replace());
        command.Subcommands.Add(Missing());
        command.Subcommands.Add(Previews());
        command.Subcommands.Add(MediaTextCommand.Build());
        command.Subcommands.Add(MediaOrphansCommand.Build());
        return command;
    }

    private static Command Add()
    {
        var files = new Argument<string[]>("FILE") { Description = "The files to bring in." };
        var folder = new Option<string>("--folder") { Description = "Folder of the items, such as Fotos/2026; made when it is not there.", DefaultValueFactory = _ => "" };
        var name = new Option<string>("--name") { Description = "Name of the item; without it that of the file.", DefaultValueFactory = _ => "" };
        var alt = new Option<string>("--alt") { Description = "What the picture shows, in words.", DefaultValueFactory = _ => "" };
        var decorative = new Option<bool>("--decorative") { Description = "The picture says nothing and needs no words." };
        var credit = new Option<string>("--credit") { Description = "How its makers are to be named.", DefaultValueFactory = _ => "" };
        var licence = new Option<string>("--licence") { Description = "Key of a term of the licences.", DefaultValueFactory = _ => "" };
        var transcript = new Option<FileInfo?>("--transcript") { Description = "Text file with all that is heard." };
        var captions = new Option<Guid?>("--captions") { Description = "Key of the item that holds a video's captions." };
        var publish = new Option<bool>("--publish") { Description = "Public at once; without it the item is restricted." };
        var command = Command("add", "Bring files in.");
        command.Arguments.Add(files);
        foreach (var option in (Option[])[folder, name, alt, decorative, credit, licence, transcript, captions, publish]) command.Options.Add(option);
        command.SetAction((parsed, cancellation) => WorkAsync(parsed, files, async (installation, words) =>
        {
            var medium = new NewMedium
            {
                Folder = parsed.GetValue(folder)!,
                Name = parsed.GetValue(name)!,
                AltText = parsed.GetValue(alt)!,
                IsDecorative = parsed.GetValue(decorative),
                Credit = parsed.GetValue(credit)!,
                Licence = parsed.GetValue(licence)!,
                Transcript = parsed.GetValue(transcript) is { } text ? await File.ReadAllTextAsync(text.FullName, cancellation) : "",
                Captions = parsed.GetValue(captions),
                IsPublic = parsed.GetValue(publish),
                By = By,
            };
            return await AddAsync(installation, words, medium, cancellation);
        }, cancellation));
        return command;
    }

    private static Command Replace()
    {
        var keyAndFile = new Argument<string[]>("KEY FILE") { Description = "The item whose file is replaced, and its new file." };
        var command = Command("replace", "Give an item a new file; the old one stays in its older revisions.");
        command.Arguments.Add(keyAndFile);
        command.SetAction((parsed, cancellation) => WorkAsync(parsed, keyAndFile, async (installation, words) =>
        {
            if (words is not [var first, var second] || !Guid.TryParse(first, out var key)) throw new StartRefusedException($"Di el identificador del elemento y el archivo nuevo. {RepositoryCommands.TryHelp}");
            var file = Existing(second);
            var item = await installation.Store.ReadAsync(reader => reader.FindAsync(key), cancellation);
            await using var bytes = file.OpenRead();
            var taken = await installation.Intake.TakeAsync(bytes, file.Name, cancellation);
            return Tell(file, await installation.Shelf.ReplaceAsync(taken, new Seen(key, item?.Version ?? 0, By), cancellation));
        }, cancellation));
        return command;
    }

    private static Command Missing()
    {
        var command = Command("missing", "List what public media and materials lack to be accessible and credited.");
        command.SetAction((parsed, cancellation) => WorkAsync(parsed, null, async (installation, _) =>
        {
            var gaps = await new AccessibilityGaps(installation.Store, installation.Validation).FindAsync(cancellation);
            foreach (var gap in gaps) Console.WriteLine($"{gap.Key}  {gap.Name}: {string.Join(' ', gap.Lacks)}");
            await Console.Error.WriteLineAsync(gaps.Count == 0 ? "A nada le falta nada." : $"Les falta algo a {gaps.Count} elementos.");
            return 0;
        }, cancellation));
        return command;
    }

    private static Command Previews()
    {
        var command = Command("previews", "Make the pictures that show drawings and PDFs, those that failed before too.");
        command.SetAction((parsed, cancellation) => WorkAsync(parsed, null, async (installation, _) =>
        {
            var tending = installation.Previews;
            var counts = new int[Enum.GetValues<PreviewState>().Length];
            foreach (var key in await tending.OriginalsAsync(cancellation))
            {
                var state = await tending.TendAsync(key, cancellation);
                counts[(int)state]++;
                if (state != PreviewState.Settled) Console.WriteLine($"{key}  {Said[state]}");
            }

            await Console.Error.WriteLineAsync($"Vistas previas: {counts[(int)PreviewState.Made]} hechas, {counts[(int)PreviewState.Settled]} al día, {counts[(int)PreviewState.Waiting]} en espera, {counts[(int)PreviewState.Failed]} imposibles.");
            return counts[(int)PreviewState.Waiting] + counts[(int)PreviewState.Failed] == 0 ? 0 : 1;
        }, cancellation));
        return command;
    }

    private static async Task<int> AddAsync(Installation installation, string[] files, NewMedium medium, CancellationToken cancellation)
    {
        if (files.Length == 0) throw new StartRefusedException($"Di qué archivos traer. {RepositoryCommands.TryHelp}");
        if (files.Length > 1 && (medium.Name.Length > 0 || medium.AltText.Length > 0)) throw new StartRefusedException("El nombre y el texto alternativo son de un solo archivo: trae los demás aparte.");
        var failed = 0;
        foreach (var file in files.Select(Existing).ToList())
        {
            await using var bytes = file.OpenRead();
            var taken = await installation.Intake.TakeAsync(bytes, file.Name, cancellation);
            failed |= Tell(file, await installation.Shelf.AddAsync(taken, file.Name, medium, cancellation));
        }

        return failed;
    }

    private static FileInfo Existing(string path) => new FileInfo(path) is { Exists: true } file ? file : throw new StartRefusedException($"El archivo «{path}» no existe.");

    private static int Tell(FileInfo file, ShelvingResult result)
    {
        if (result is ShelvingResult.Done done)
        {
            Console.WriteLine($"{done.Address}  {done.Key}");
            foreach (var same in done.Same) Console.Error.WriteLine($"{file.Name}: el mismo archivo ya está en «{same.Name}» ({same.Key}); se guarda una sola vez.");
            return 0;
        }

        Console.Error.WriteLine($"{file.Name}: {string.Join(' ', ((ShelvingResult.Refused)result).Reasons)}");
        return 1;
    }

    internal static Command Command(string name, string description) => new(name, description) { TreatUnmatchedTokensAsErrors = false };

    /// <summary>The argument takes every word: settings may stand among the files.</summary>
    internal static Task<int> WorkAsync(ParseResult parsed, Argument<string[]>? own, Func<Installation, string[], Task<int>> work, CancellationToken cancellation) => RepositoryCommands.ReportingAsync(async () =>
    {
        var (words, configuration) = RepositoryCommands.SplitAll([.. own is null ? [] : parsed.GetValue(own) ?? [], .. parsed.UnmatchedTokens]);
        await using var installation = await Installation.OpenAsync(Settings.Read(configuration), TimeProvider.System, cancellation);
        return await work(installation, words);
    });
}
