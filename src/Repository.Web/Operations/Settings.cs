namespace Repository.Web.Operations;

/// <summary>The configuration for commands that start no web application: the same files, environment and arguments.</summary>
internal static class Settings
{
    public static RepositoryOptions Read(string[] arguments) => RepositoryOptions.Read(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(arguments)
        .Build());
}
