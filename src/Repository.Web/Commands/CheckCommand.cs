using System.CommandLine;
using Repository.Core.Schema;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary><c>check</c>: are schema and content files fit to be served? Opens no database and serves nothing.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var command = new Command("check", "Check schema and content files without serving.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancellation) => RepositoryCommands.ReportingAsync(() => RunAsync(RepositoryCommands.Configuration(parsed), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string[] configuration, CancellationToken cancellation)
    {
        var options = Settings.Read(configuration);
        var problems = await Rehearsal.ProblemsAsync(options, cancellation);
        foreach (var problem in problems) Console.WriteLine(problem);
        Console.WriteLine(problems.Count == 0 ? "El esquema y los contenidos están en orden." : $"{problems.Count} problemas.");
        return problems.Count == 0 ? 0 : 1;
    }
}
