namespace Repository.Search.Tests;

/// <summary>What Apache Lucene answered, kept as files.</summary>
internal static class GoldenFiles
{
    public static string Find(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);
}
