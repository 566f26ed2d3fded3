namespace Repository.Web.Operations;

/// <summary>The configuration, made in one way for the server and for commands that serve nobody: the same files, environment and arguments.</summary>
internal static class Settings
{
    /// <summary>The configuration is read once: nobody need watch the folder, with everything below it, for changes of its files.</summary>
    public static WebApplicationBuilder Builder(string[] arguments) => WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. arguments]);

    public static RepositoryOptions Read(string[] arguments) => RepositoryOptions.Read(Builder(arguments).Configuration);
}
