namespace Repository.Testing;

/// <summary>Folders of the project the tests were built from, found from where they run.</summary>
public static class ProjectFolder
{
    public static string Root { get; } = FindRoot();

    public static string Find(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommunityPractices.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the project.");
    }
}
