using System.CommandLine;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary><c>check</c>: are schema and content files fit to be served? Leaves the data folder alone and serves nothing.</summary>
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
        await Rehearsal.RunAsync(Settings.Read(configuration), cancellation);
        Console.WriteLine("El esquema y los contenidos están en orden.");
        return 0;
    }
}
