using System.Text.RegularExpressions;
using Repository.Testing;

namespace Repository.Specs.Desk;

/// <summary>docs/security.md names a test for each promise; here is looked after that there is one.</summary>
public sealed partial class SecurityPageSpecs
{
    [Fact]
    public void every_promise_names_tests_that_there_are()
    {
        var tests = Directory.EnumerateFiles(ProjectFolder.Find("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        var named = File.ReadLines(ProjectFolder.Find("docs/security.md"))
            .SkipWhile(line => line != "## What proves it")
            .SelectMany(line => Named().Matches(line))
            .Select(match => (Class: match.Groups[1].Value, Test: match.Groups[2].Value))
            .ToList();

        Assert.InRange(named.Count, 15, int.MaxValue);
        Assert.All(named, name => Assert.Contains(tests[name.Class], text => text.Contains($" {name.Test}(", StringComparison.Ordinal)));
    }

    [GeneratedRegex("`([A-Za-z]+)\\.([a-z_]+)`")]
    private static partial Regex Named();
}
