using System.CommandLine;
using Repository.USync;
using Repository.Web.Operations;
using Repository.Web.Seed;

namespace Repository.Web.Commands;

/// <summary><c>seed</c>: makes the seed content and its files anew from the facts in <c>data/</c>.</summary>
internal static class SeedCommand
{
    public static Command Build()
    {
        var facts = new Option<DirectoryInfo>("--data") { Description = "Folder of the facts.", DefaultValueFactory = _ => new DirectoryInfo("data") };
        var command = new Command("seed", "Make the seed content anew from the facts in data/.") { TreatUnmatchedTokensAsErrors = false };
        command.Options.Add(facts);
        command.SetAction((parsed, _) => RepositoryCommands.ReportingAsync(() =>
            Task.FromResult(Run(new Facts(parsed.GetValue(facts)!.FullName), Settings.Read(RepositoryCommands.Configuration(parsed))))));
        return command;
    }

    private static int Run(Facts facts, RepositoryOptions options)
    {
        var schema = Installation.LoadSchema(options);
        var seed = SeedContent.Grow(schema, Installation.ValidationOf(schema), facts);
        var refused = new USyncFolder(options.USyncPath).WriteContent(schema, seed.Items);
        if (!refused.IsEmpty) throw new StartRefusedException(string.Join('\n', refused));
        foreach (var (file, bytes) in seed.Media.Made())
        {
            var path = Path.Combine(options.SeedMediaPath, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        Console.WriteLine($"{seed.Items.Count} contenidos escritos en {options.USyncPath}.");
        return 0;
    }
}
