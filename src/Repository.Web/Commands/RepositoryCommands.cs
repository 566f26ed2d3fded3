using System.CommandLine;
using Repository.Core.Content;
using Repository.Storage;
using Repository.Web.Commands.Corpus;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary>The commands of the program. Without one it serves. Whatever else stands on the line is configuration: <c>--urls</c>, <c>--Repository:DataPath=…</c>.</summary>
internal static class RepositoryCommands
{
    public const string TryHelp = "Escribe --help para ver cómo se usa.";

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Repository of community practices: content, Delivery API, one process.");
        Serving(root);
        root.Subcommands.Add(Serving(new Command("serve", "Serve content (what happens without a command).")));
        root.Subcommands.Add(CheckCommand.Build());
        root.Subcommands.Add(USyncCommand.Build());
        root.Subcommands.Add(MediaCommand.Build());
        root.Subcommands.Add(UsersCommand.Build());
        root.Subcommands.Add(SeedCommand.Build());
        root.Subcommands.Add(GenerateCommand.Build());
        root.Subcommands.Add(SearchCommand.Build());

        var parsed = root.Parse(args);
        return await parsed.InvokeAsync();
    }

    /// <summary>What a command could not do is said in words, without a stack: the reader is a person at a terminal.</summary>
    public static async Task<int> ReportingAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception refused) when (refused is StartRefusedException or BadSettingException or DatabaseRefusedException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (Exception failed) when (failed is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            // What the log and the system say of it is English: the detail, for whoever is asked for help.
            var what = failed is StoreUnavailableException ? "La base de datos no se puede usar" : "El sistema no lo permite";
            await Console.Error.WriteLineAsync($"{what}: {failed.Message}");
            return 1;
        }
    }

    /// <summary>The words a command does not know, as configuration. A word that is no option and belongs to none is a mistake worth saying.</summary>
    public static string[] Configuration(ParseResult parsed) =>
        Split(parsed.UnmatchedTokens) is var (word, configuration) && word is null ? configuration : throw new StartRefusedException($"«{word}» no es un comando. {TryHelp}");

    /// <summary>The one word of its own that a command takes, and the rest as configuration, in whatever order they stand.</summary>
    public static (string? Word, string[] Configuration) Split(IReadOnlyList<string> words)
    {
        var (own, configuration) = SplitAll(words);
        return own.Length < 2 ? (own.FirstOrDefault(), configuration) : throw new StartRefusedException($"La palabra «{own[1]}» está de más. {TryHelp}");
    }

    /// <summary>The words of a command's own, and the rest as configuration, in whatever order they stand.</summary>
    public static (string[] Words, string[] Configuration) SplitAll(IReadOnlyList<string> words)
    {
        var (own, configuration) = (new List<string>(), new List<string>());
        for (var index = 0; index < words.Count; index++)
        {
            var isOption = words[index].StartsWith('-');
            var isValue = index > 0 && words[index - 1].StartsWith('-') && !words[index - 1].Contains('=', StringComparison.Ordinal);
            (isOption || isValue ? configuration : own).Add(words[index]);
        }

        return ([.. own], [.. configuration]);
    }

    private static Command Serving(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => ReportingAsync(() => ServeCommand.RunAsync(Configuration(parsed), cancellation)));
        return command;
    }
}
