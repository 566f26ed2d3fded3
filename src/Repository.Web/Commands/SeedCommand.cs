using System.CommandLine;
using Repository.Web.Operations;
using Repository.Web.Seed;

namespace Repository.Web.Commands;

/// <summary><c>seed</c>: makes the seed content and its files anew from the facts in <c>data/</c>, or tells whether they are still what the facts give.</summary>
internal static class SeedCommand
{
    public static Command Build()
    {
        var facts = new Option<DirectoryInfo>("--data") { Description = "Folder of the facts.", DefaultValueFactory = _ => new DirectoryInfo("data") };
        var check = new Option<bool>("--check") { Description = "Write nothing; tell which files differ from what would be written." };
        var command = new Command("seed", "Make the seed content anew from the facts in data/.") { TreatUnmatchedTokensAsErrors = false };
        command.Options.Add(facts);
        command.Options.Add(check);
        command.SetAction((parsed, _) => RepositoryCommands.ReportingAsync(() =>
            Task.FromResult(Run(new Facts(parsed.GetValue(facts)!.FullName), Settings.Read(RepositoryCommands.Configuration(parsed)), parsed.GetValue(check)))));
        return command;
    }

    private static int Run(Facts facts, RepositoryOptions options, bool onlyCheck)
    {
        var schema = Installation.LoadSchema(options);
        var seed = SeedContent.Grow(schema, Installation.ValidationOf(schema), facts);
        var folders = new SeedFolders(options.USyncPath, options.SeedMediaPath);
        if (onlyCheck)
        {
            var differences = folders.Differences(schema, seed);
            if (differences.Count > 0) throw new StartRefusedException(string.Join('\n', [.. differences, "La semilla no es la que dan los datos: escríbela de nuevo con ./run seed."]));
            Console.WriteLine($"Los {seed.Items.Count} contenidos son los que dan los datos.");
            return 0;
        }

        folders.Write(schema, seed);
        Console.WriteLine($"{seed.Items.Count} contenidos escritos en {options.USyncPath}.");
        return 0;
    }
}
