using System.CommandLine;
using System.Globalization;
using Repository.Core.Publishing;
using Repository.Web.Live;
using Repository.Web.Operations;

namespace Repository.Web.Commands;

/// <summary><c>generate N</c>: adds synthetic practices for load tests, in batches of one transaction each.</summary>
internal static class GenerateCommand
{
    private const int BatchSize = 2_000;

    public static Command Build()
    {
        var words = new Argument<string[]>("N") { Description = "How many practices." };
        var command = new Command("generate", "Add N synthetic practices for load tests.") { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(words);
        command.SetAction((parsed, cancellation) => RepositoryCommands.ReportingAsync(() =>
        {
            var (count, configuration) = RepositoryCommands.Split([.. parsed.GetValue(words) ?? [], .. parsed.UnmatchedTokens]);
            return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? RunAsync(number, configuration, cancellation)
                : throw new StartRefusedException("Di cuántas prácticas generar. " + RepositoryCommands.TryHelp);
        }));
        return command;
    }

    private static async Task<int> RunAsync(int count, string[] configuration, CancellationToken cancellation)
    {
        await using var installation = await Installation.OpenAsync(Settings.Read(configuration), TimeProvider.System, cancellation);
        await installation.SeedWhenEmptyAsync(cancellation);
        var practices = new SyntheticPractices(await LiveContent.ReadAsync(installation.Store, installation.Schema, installation.Editors, cancellation));
        var next = MakeAsync(practices, 1, count);
        for (var first = 1; first <= count; first += BatchSize)
        {
            // The next practices are made while these are written.
            var items = await next;
            next = MakeAsync(practices, first + BatchSize, count);
            await installation.ImportAsync(new ImportBatch(items, [], "generate"), cancellation);
            Console.WriteLine($"{first + items.Count - 1} de {count}");
        }

        return 0;
    }

    private static Task<List<ImportedItem>> MakeAsync(SyntheticPractices practices, int first, int count) =>
        Task.Run(() => Enumerable.Range(first, Math.Clamp(count - first + 1, 0, BatchSize)).Select(practices.Make).ToList());
}
