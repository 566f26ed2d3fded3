using System.Globalization;
using Microsoft.Extensions.Configuration;
using Repository.Web.Operations;
using Repository.Writers;

// An index that is saved until the process is killed: index FOLDER SEED.
if (args is ["index", var folder, var indexSeed])
{
    IndexSaver.Run(folder, IndexSaver.Number(indexSeed));
    return;
}

// Several writers at work on one installation until the process is killed: --name=A1 --seed=7 --writers=4, and the settings of the program.
var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
var name = configuration["name"] ?? throw new ArgumentException("The process needs a name.");
var seed = int.Parse(configuration["seed"]!, CultureInfo.InvariantCulture);
var writers = int.Parse(configuration["writers"]!, CultureInfo.InvariantCulture);

await using var workshop = await Workshop.OpenAsync(RepositoryOptions.Read(configuration));
await Foundation.LayAsync(workshop, name);
await workshop.LearnPagesAsync();
Console.WriteLine("ready");

await await Task.WhenAny([
    workshop.FollowAsync(),
    .. Enumerable.Range(0, writers).Select(number => Task.Run(new Writer(workshop, $"{name}.{number}", new Random(seed + number)).RunAsync)),
]);
